namespace Domain.Access;

/// <summary>One cell of the rights: an item for a client and a purpose, before and after.</summary>
public sealed record GrantCell(CatalogueItem Item, DisclosureLevel Before, DisclosureLevel After);

/// <summary>Exactly what a change of rights would open and close.</summary>
/// <param name="Widened">Given more openly, or of persons of whom it was not given.</param>
/// <param name="Narrowed">Given less openly, or no longer of some persons.</param>
public sealed record GrantDiff(IReadOnlyList<GrantCell> Widened, IReadOnlyList<GrantCell> Narrowed)
{
    /// <summary>How much may be disclosed before; null where nothing is granted.</summary>
    public GrantVolume? VolumeBefore { get; private init; }

    /// <summary>How much may be disclosed after; null where nothing is granted.</summary>
    public GrantVolume? VolumeAfter { get; private init; }

    /// <summary>Compares what is disclosed before with what would be after. A county exchanged for another both opens and closes.</summary>
    public static GrantDiff Between(Disclosure before, Disclosure after)
    {
        var gains = !Ceiling.Covers(before.Scope, after.Scope);
        var loses = !Ceiling.Covers(after.Scope, before.Scope);
        var cells = CatalogueItem.All.Select(item => new GrantCell(item, LevelIn(before, item), LevelIn(after, item))).ToList();
        return new GrantDiff(
            cells.FindAll(cell => cell.After != DisclosureLevel.Denied && (cell.After < cell.Before || gains)),
            cells.FindAll(cell => cell.Before != DisclosureLevel.Denied && (cell.Before < cell.After || loses)))
        {
            VolumeBefore = VolumeOf(before),
            VolumeAfter = VolumeOf(after),
        };
    }

    private static GrantVolume? VolumeOf(Disclosure disclosure) =>
        disclosure.Basis == DisclosureBasis.Granted ? disclosure.Volume : null;

    // Of nobody nothing is given, whatever the level.
    private static DisclosureLevel LevelIn(Disclosure disclosure, CatalogueItem item) =>
        disclosure.Scope.Kind == RowScopeKind.Nothing ? DisclosureLevel.Denied : disclosure.LevelOf(item);
}
