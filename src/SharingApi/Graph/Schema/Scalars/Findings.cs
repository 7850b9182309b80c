using Domain.Shared;

namespace SharingApi.Graph.Schema.Scalars;

/// <summary>Findings on a value that a client sent, as the scalar's answer.</summary>
internal static class Findings
{
    /// <summary>The refusal that the first error among the findings leads to.</summary>
    public static Refusal FirstError(this IEnumerable<Finding> findings)
    {
        var error = findings.First(static finding => finding.Severity == Severity.Error);
        return new Refusal(error.Code, error.Message);
    }
}
