using Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Persistence;
using Persistence.Access;
using Persistence.Writing;

namespace SharingApi.Access.Grants;

/// <summary>Makes a draft, or puts another text in the place of one; the proposer's signature is the first.</summary>
internal sealed class ProposeGrant(WriteChannel channel, TimeProvider clock, IOptions<AccessOptions> options)
{
    /// <param name="proposer">Who proposes, and so signs first.</param>
    /// <param name="draft">The draft that is changed: whoever signed it before signed something else. Null for a new one.</param>
    /// <param name="proposal">What is proposed.</param>
    /// <param name="cancellationToken">Takes it back while it waits.</param>
    public Task<AccessResult<Grant>> RunAsync(
        ClientSystem proposer, Guid? draft, GrantProposal proposal, CancellationToken cancellationToken) =>
        channel.RunAsync((db, cancellation) => MakeAsync(db, proposer, draft, proposal, cancellation), cancellationToken);

    private async Task<AccessResult<Grant>> MakeAsync(
        SharingDbContext db, ClientSystem proposer, Guid? draft, GrantProposal proposal, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (draft is { } changed && await RefusalToChangeAsync(db, changed, cancellationToken) is { } refused)
        {
            return refused;
        }

        var faults = await db.FaultsOfAsync(proposal, draft, now, options.Value, cancellationToken);
        if (faults.Count > 0)
        {
            return AccessResult<Grant>.Refused(faults);
        }

        var grant = proposal.Draft(draft ?? Guid.CreateVersion7(now));
        if (grant.Sign(proposer, GrantDigest.Of(grant), now) is { } refusal)
        {
            return AccessResult<Grant>.Refused(refusal);
        }

        await db.Grants.Where(old => old.Id == grant.Id).ExecuteDeleteAsync(cancellationToken);
        db.Grants.Add(grant);
        return AccessResult<Grant>.Made(grant);
    }

    private static async Task<AccessResult<Grant>?> RefusalToChangeAsync(
        SharingDbContext db, Guid draft, CancellationToken cancellationToken)
    {
        var state = await db.Grants.Where(grant => grant.Id == draft)
            .Select(grant => (GrantState?)grant.State).SingleOrDefaultAsync(cancellationToken);
        return state switch
        {
            null => AccessResult<Grant>.Refused(GrantRefusals.Unknown, "grantId"),
            GrantState.Draft => null,
            _ => AccessResult<Grant>.Refused(GrantRefusals.NotADraft, "grantId"),
        };
    }
}

/// <summary>Judges a proposal by what the register holds.</summary>
internal static class GrantJudgement
{
    public static async Task<IReadOnlyList<Domain.Shared.Finding>> FaultsOfAsync(
        this SharingDbContext db,
        GrantProposal proposal,
        Guid? itself,
        DateTimeOffset now,
        AccessOptions options,
        CancellationToken cancellationToken)
    {
        var others = await db.Grants.AsNoTracking()
            .Where(grant => grant.Client == proposal.Client && grant.Purpose == proposal.Purpose && grant.Id != itself)
            .ToListAsync(cancellationToken);
        var client = await db.Clients.FindAsync([proposal.Client], cancellationToken);
        var faults = GrantRules.FaultsOf(proposal, new GrantSetting(client, FoundingMatrix.Matrix, others, now, options.BreakGlassHours));
        var answersNothing = proposal.Request is { } request && !await db.AccessRequests.AnyAsync(
            known => known.Id == request && known.Client == proposal.Client && known.State == AccessRequestState.Consented,
            cancellationToken);
        return answersNothing
            ?
            [
                .. faults,
                new("GRANT_REQUEST", Domain.Shared.Severity.Error, "requestId", "It is no request of this client that was consented to."),
            ]
            : faults;
    }
}
