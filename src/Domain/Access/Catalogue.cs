namespace Domain.Access;

/// <summary>What the catalogue of shared data says of one item.</summary>
/// <param name="Item">The item.</param>
/// <param name="Name">Its English name.</param>
/// <param name="ChineseName">Its name in the federation's own language.</param>
/// <param name="Fields">Fields of the API, or rows of a type, that the item guards.</param>
/// <param name="Parts">Items that can be read off this one: nobody gets it more openly than any of them.</param>
/// <param name="Terms">On which terms it is shared.</param>
public sealed record CatalogueEntry(
    CatalogueItem Item,
    string Name,
    string ChineseName,
    IReadOnlyList<string> Fields,
    IReadOnlyList<CatalogueItem> Parts,
    CatalogueTerms Terms);

/// <summary>All data items that grants speak about, and the rule that holds between them (domain.md 7).</summary>
/// <param name="entries">One entry an item, in the order of <see cref="CatalogueItem.All"/>.</param>
public sealed class Catalogue(IReadOnlyList<CatalogueEntry> entries)
{
    public IReadOnlyList<CatalogueEntry> Entries => entries;

    /// <summary>Items that are more open than something that can be read off them. A sound table has none.</summary>
    public IEnumerable<(CatalogueItem Composite, CatalogueItem Part)> TooOpen(IReadOnlyList<DisclosureLevel> levels) =>
        from entry in entries
        from part in entry.Parts
        where levels[entry.Item.Ordinal] < levels[part.Ordinal]
        select (entry.Item, part);

    /// <summary>The levels with every composite closed down to its least open part.</summary>
    /// <remarks>
    /// A grant may narrow a part and forget the whole: the certificate number would then still show the birth date.
    /// </remarks>
    public IReadOnlyList<DisclosureLevel> Narrowed(IReadOnlyList<DisclosureLevel> levels)
    {
        var narrowed = levels.ToArray();
        while (TooOpen(narrowed).ToList() is { Count: > 0 } faults)
        {
            foreach (var (composite, part) in faults)
            {
                narrowed[composite.Ordinal] = Closer(narrowed[composite.Ordinal], narrowed[part.Ordinal]);
            }
        }

        return narrowed;
    }

    private static DisclosureLevel Closer(DisclosureLevel one, DisclosureLevel other) => one > other ? one : other;
}
