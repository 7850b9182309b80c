using Domain.Access;
using Domain.Delivery;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Writing;

namespace Persistence.Delivery;

/// <summary>Tells receivers what nobody orders: that their rights began or ended at midnight, and once a day that the feed lives (api.md 4).</summary>
/// <remarks>
/// How far it has told stands in the register and moves in the transaction that tells. A server that was down, or whose clock was
/// set forward, so tells what it missed when it looks next, and once.
/// </remarks>
public sealed class ReceiverClock(IDbContextFactory<SharingDbContext> contexts, WriteChannel channel, TimeProvider clock)
{
    /// <summary>Tells what is due. A register that nobody has looked at yet owes nothing of the past.</summary>
    /// <returns>The instant at which something will be due next, unless the grants change before.</returns>
    public async Task<DateTimeOffset> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var grants = await GrantsAsync(db, cancellationToken);
        var told = await ToldUpTo.ReadAsync(db, cancellationToken);
        if (told is null || Agenda.Between(grants, told.Value, now).Count > 0)
        {
            now = await channel.RunAsync(TellAsync, cancellationToken);
        }

        return Agenda.Next(grants, now);
    }

    // Read again inside the transaction: another node may have told it in the meantime.
    private async Task<DateTimeOffset> TellAsync(SharingDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await ToldUpTo.ReadAsync(db, cancellationToken) is { } told)
        {
            var grants = await GrantsAsync(db, cancellationToken);
            var due = Agenda.Between(grants, told, now);
            if (due.Count == 0)
            {
                return now;
            }

            await TellAsync(db, grants, due, now, cancellationToken);
        }

        await ToldUpTo.MoveAsync(db, now, cancellationToken);
        return now;
    }

    private static async Task TellAsync(
        SharingDbContext db,
        IReadOnlyList<Grant> grants,
        IReadOnlyList<AgendaItem> due,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var receivers = await db.Receivers.ToListAsync(cancellationToken);

        // A receiver is whoever has, or had, a grant: also one that was never told anything.
        foreach (var grant in grants.Where(grant => grant.StartsAt <= now))
        {
            Audiences.ReceiverOf(db, receivers, grant.Client, grant.Purpose);
        }

        var news = new OwnNews(db, now);
        foreach (var item in due)
        {
            news.Tell(
                item.Type,
                item.Type == StatusChangeType.Heartbeat
                    ? receivers
                    : receivers.Where(receiver => receiver.Client == item.Client && receiver.Purpose == item.Purpose));
        }
    }

    private static Task<List<Grant>> GrantsAsync(SharingDbContext db, CancellationToken cancellationToken) => (
        from grant in db.Grants.AsNoTracking().Include(grant => grant.Changes)
        join client in db.Clients on grant.Client equals client.Id
        where client.Kind == ClientKind.Application && grant.State != GrantState.Draft && Audiences.FeedPurposes.Contains(grant.Purpose)
        orderby grant.Id
        select grant).ToListAsync(cancellationToken);
}
