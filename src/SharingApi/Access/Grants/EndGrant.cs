using Domain.Access;
using Microsoft.EntityFrameworkCore;
using Persistence.Access;
using Persistence.Writing;
using SharingApi.Graph;

namespace SharingApi.Access.Grants;

/// <summary>Suspends or revokes a grant. When it returns, nothing leaves under it any more.</summary>
internal sealed class EndGrant(WriteChannel channel, RightsChange change, TimeProvider clock)
{
    private const int LongestReason = 500;

    public async Task<AccessResult<Grant>> RunAsync(
        OperationContext operation, Guid id, GrantState state, string reason, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            return AccessResult<Grant>.Refused(new("GRANT_TEXT", $"Say why in 1 to {LongestReason} characters."), "reason");
        }

        var result = await channel.RunAsync(
            async (db, cancellation) =>
            {
                var grant = await db.Grants.Include(known => known.Items).Include(known => known.Signatures)
                    .Include(known => known.Changes).AsSplitQuery()
                    .SingleOrDefaultAsync(known => known.Id == id, cancellation);
                if (grant is null)
                {
                    return AccessResult<Grant>.Refused(GrantRefusals.Unknown, "grantId");
                }

                var now = clock.GetUtcNow();
                var wasInForce = grant.IsInForce(now);
                if (grant.End(state, reason, operation.Caller!.Client, now) is { } refusal)
                {
                    return AccessResult<Grant>.Refused(refusal);
                }

                await RightsVersion.CountUpAsync(db, cancellation);
                if (wasInForce)
                {
                    await GrantNews.TellAsync(db, grant, now, cancellation);
                }

                return AccessResult<Grant>.Made(grant);
            },
            cancellationToken);
        if (result.Value is not null)
        {
            await change.TakeEffectAsync(operation);
        }

        return result;
    }
}

/// <summary>Brings a change of rights that is stored into force on this node.</summary>
internal sealed class RightsChange(Disclosures disclosures, RightsLeases leases)
{
    /// <summary>Returns when the next request uses the new rights and nothing runs on the old ones. What is stored is not cancelled.</summary>
    public async Task TakeEffectAsync(OperationContext operation)
    {
        await disclosures.ReloadAsync(CancellationToken.None);
        await leases.OutliveAsync(operation.Lease());
    }
}
