using Domain.Persons;
using Domain.Shared;
using SharingApi.Graph.Errors;

namespace SharingApi.Graph.Plans.Roots;

/// <summary>Checks are counted before anything is read, so that hit and miss are refused alike.</summary>
internal static class CheckLimits
{
    /// <summary>Counts one check; <c>LIMIT_CHECKS</c> where the day's are used up.</summary>
    public static async ValueTask<RefusalError?> CountAsync(PlanRequest request, IdNumber number, CancellationToken cancellationToken)
    {
        var usedUp = await request.Services.Checks.CountAsync(request.Operation.Disclosure.Client, number, cancellationToken);
        return usedUp is null
            ? null
            : new Refusal("LIMIT_CHECKS", usedUp.IsOfOneNumber
                ? "This number was checked as often as one caller may in one day. The count begins anew at midnight in Shanghai."
                : "This caller has made all the checks of one day. The count begins anew at midnight in Shanghai.")
                .With(("limit", usedUp.Limit), ("per", usedUp.IsOfOneNumber ? "number" : "caller"));
    }

    /// <summary>The ID number that a number is, or contains.</summary>
    public static IdNumber NumberIn(object number) => number is CertificateNumber certificate ? certificate.IdNumber : (IdNumber)number;
}
