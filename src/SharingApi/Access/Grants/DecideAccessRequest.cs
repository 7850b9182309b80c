using Domain.Access;
using Microsoft.EntityFrameworkCore;
using Persistence.Writing;

namespace SharingApi.Access.Grants;

/// <summary>Consents to a request, refuses it with reasons, or takes more time, once.</summary>
internal sealed class DecideAccessRequest(WriteChannel channel, TimeProvider clock)
{
    private const int LongestReason = 500;

    public async Task<AccessResult<AccessRequest>> RunAsync(
        string decidedBy, Guid id, AccessDecision decision, string? reason, CancellationToken cancellationToken)
    {
        if (reason?.Length > LongestReason)
        {
            return AccessResult<AccessRequest>.Refused(AccessRequestRefusals.ReasonNeeded, "reason");
        }

        return await channel.RunAsync(
            async (db, cancellation) =>
            {
                var request = await db.AccessRequests.SingleOrDefaultAsync(known => known.Id == id, cancellation);
                if (request is null)
                {
                    return AccessResult<AccessRequest>.Refused(AccessRequestRefusals.Unknown, "requestId");
                }

                return request.Decide(decision, reason, decidedBy, clock.GetUtcNow()) is { } refusal
                    ? AccessResult<AccessRequest>.Refused(refusal)
                    : AccessResult<AccessRequest>.Made(request);
            },
            cancellationToken);
    }
}
