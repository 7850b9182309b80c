using Domain.Access;
using Domain.Delivery;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Persistence.Delivery;

/// <summary>Finds who has a feed, and makes one for whoever has come to be entitled (api.md 4).</summary>
internal static class Audiences
{
    internal static readonly Purpose[] FeedPurposes =
        [Purpose.Subsidy, Purpose.Assist, Purpose.Rehab, Purpose.Survey, Purpose.Cert];

    private static readonly string[] OpeningItems =
    [
        .. Enum.GetValues<Domain.StatusChanges.StatusChangeType>()
            .SelectMany(StatusChangeItems.Of).Select(item => item.Key).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The receivers with a grant in force at the instant; rows that are missing are added to the context.</summary>
    public static async Task<Audience> LoadAsync(SharingDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = Shanghai.DayOf(now);
        var receivers = await db.Receivers.ToListAsync(cancellationToken);
        var grants = await (
            from grant in db.Grants.AsNoTracking()
            join client in db.Clients on grant.Client equals client.Id
            where client.Kind == ClientKind.Application && grant.State == GrantState.Active &&
                FeedPurposes.Contains(grant.Purpose) && grant.From <= today &&
                (grant.To == null || grant.To > today) && (grant.SupersededOn == null || grant.SupersededOn > today)
            orderby grant.Client, grant.Purpose, grant.From
            select new
            {
                grant.Client,
                grant.Purpose,
                grant.ScopeKind,
                grant.ScopeCode,
                grant.SignedAt,
                grant.EmergencyHours,
                Clear = grant.Items
                    .Where(item => item.Level == DisclosureLevel.Clear && OpeningItems.Contains(item.Item))
                    .Select(item => item.Item)
                    .ToList(),
            }).ToListAsync(cancellationToken);

        return new(
        [
            .. grants.Where(grant => grant.EmergencyHours is not { } hours || grant.SignedAt?.AddHours(hours) > now).Select(grant => new Listener(
                ReceiverOf(db, receivers, grant.Client, grant.Purpose),
                new RowScope(grant.ScopeKind, grant.ScopeCode),
                grant.Clear.ToHashSet(StringComparer.Ordinal))),
        ]);
    }

    internal static Receiver ReceiverOf(SharingDbContext db, List<Receiver> receivers, string client, Purpose purpose)
    {
        var receiver = receivers.Find(known => known.Client == client && known.Purpose == purpose);
        if (receiver is null)
        {
            receiver = new Receiver
            {
                Id = receivers.Count == 0 ? 1 : receivers.Max(known => known.Id) + 1,
                Client = client,
                Purpose = purpose,
            };
            receivers.Add(receiver);
            db.Receivers.Add(receiver);
        }

        return receiver;
    }
}
