using Domain.Access;
using Domain.Delivery;
using Domain.Persons;
using Domain.StatusChanges;
using Persistence.Delivery;

namespace SharingApi.StatusChanges;

/// <summary>A status change as one receiver may read it now: scope was decided when it was made, rights are decided here.</summary>
internal sealed record ShownChange
{
    private ShownChange(ToldChange told, string cursor)
    {
        Told = told;
        Cursor = cursor;
    }

    public ToldChange Told { get; }

    public string Cursor { get; }

    public required StatusChangeType Type { get; init; }

    /// <summary>Null where the right to the type is lost.</summary>
    public PersonId? Person { get; init; }

    public PartialDate? OccurredOn { get; init; }

    /// <summary>How the day is given: clear, masked, or denied.</summary>
    public DisclosureLevel OccurredOnLevel { get; init; } = DisclosureLevel.Clear;

    /// <summary>True where the receiver still has the right to the type.</summary>
    public bool IsOpen { get; private init; }

    public static ShownChange Of(ToldChange told, string cursor, Disclosure disclosure)
    {
        var change = told.Change;
        var items = StatusChangeItems.Of(change.Type);
        if (items.Count > 0 && !items.Any(disclosure.IsClear))
        {
            // What was told is owed its reversal, and nothing else (api.md 4).
            return new(told, cursor) { Type = change.ReversesId is null ? StatusChangeType.Withheld : change.Type };
        }

        var (day, level) = DayOf(change, disclosure);
        return new(told, cursor)
        {
            Type = change.Type,
            IsOpen = true,
            Person = change.PersonId,
            OccurredOn = day,
            OccurredOnLevel = level,
        };
    }

    private static (PartialDate? Day, DisclosureLevel Level) DayOf(StatusChange change, Disclosure disclosure)
    {
        if (StatusChangeItems.OfDay(change.Type) is not { } item)
        {
            return (change.OccurredOn, DisclosureLevel.Clear);
        }

        // The day on which a death cancels a certificate is the day of the death.
        if (item == CatalogueItem.CertificateStatus && !disclosure.IsClear(CatalogueItem.PersonDeathDate))
        {
            return (null, DisclosureLevel.Denied);
        }

        return disclosure.LevelOf(item) switch
        {
            DisclosureLevel.Clear => (change.OccurredOn, DisclosureLevel.Clear),
            DisclosureLevel.Masked when item == CatalogueItem.PersonDeathDate =>
                (change.OccurredOn is { } day ? Mask.DeathDate(day) : null, DisclosureLevel.Masked),
            var level => (null, level),
        };
    }
}
