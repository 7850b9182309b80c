using Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Persistence;
using Persistence.Access;
using Persistence.Writing;
using SharingApi.Graph;

namespace SharingApi.Access.Grants;

/// <summary>Puts the second signature under a draft; with it the grant is in force from its first midnight, or at once.</summary>
internal sealed class SignGrant(
    WriteChannel channel, RightsChange change, TimeProvider clock, IOptions<AccessOptions> options)
{
    /// <param name="operation">The operation of the signer.</param>
    /// <param name="signer">Who signs.</param>
    /// <param name="id">The draft.</param>
    /// <param name="digest">What the signer read.</param>
    /// <param name="cancellationToken">Takes it back while it waits.</param>
    public async Task<AccessResult<Grant>> RunAsync(
        OperationContext operation, ClientSystem signer, Guid id, string digest, CancellationToken cancellationToken)
    {
        var result = await channel.RunAsync((db, cancellation) => SignAsync(db, signer, id, digest, cancellation), cancellationToken);
        if (result.Value?.State == GrantState.Active)
        {
            await change.TakeEffectAsync(operation);
        }

        return result;
    }

    private async Task<AccessResult<Grant>> SignAsync(
        SharingDbContext db, ClientSystem signer, Guid id, string digest, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var grant = await db.Grants.Include(known => known.Items).Include(known => known.Signatures)
            .SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (grant is null)
        {
            return AccessResult<Grant>.Refused(GrantRefusals.Unknown, "subjectId");
        }

        // What was sound when it was proposed may overlap by now.
        var faults = await db.FaultsOfAsync(GrantProposal.Of(grant), id, now, options.Value, cancellationToken);
        if (faults.Count > 0 && grant.State == GrantState.Draft)
        {
            return AccessResult<Grant>.Refused(faults);
        }

        if (grant.Sign(signer, digest, now) is { } refusal)
        {
            return AccessResult<Grant>.Refused(refusal);
        }

        if (grant.State == GrantState.Active)
        {
            await TakePlaceAsync(db, grant, signer, now, cancellationToken);
            await RightsVersion.CountUpAsync(db, cancellationToken);
            if (grant.IsInForce(now))
            {
                await GrantNews.TellAsync(db, grant, now, cancellationToken);
            }
        }

        return AccessResult<Grant>.Made(grant);
    }

    private static async Task TakePlaceAsync(
        SharingDbContext db, Grant grant, ClientSystem signer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (grant.ReplacesId is not { } id)
        {
            return;
        }

        var replaced = await db.Grants.Include(known => known.Changes).SingleAsync(known => known.Id == id, cancellationToken);
        if (grant.StartsAt <= now)
        {
            replaced.End(GrantState.Terminated, ReplacedBy(grant), signer.Id, now);
        }
        else
        {
            replaced.GiveWay(grant.From, ReplacedBy(grant));
        }
    }

    private static string ReplacedBy(Grant grant) => $"Replaced by {AccessIds.OfGrant(grant.Id)}.";
}
