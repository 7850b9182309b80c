namespace Domain.Access;

/// <summary>
/// The one decision: what this caller, for this purpose, at this moment, gets of every data item, and of whom.
/// Computed once a request; every path asks it.
/// </summary>
public sealed class Disclosure
{
    private readonly DisclosureLevel[] _levels;

    public Disclosure(string client, Purpose? purpose, RowScope scope, IReadOnlyList<DisclosureLevel> levels)
    {
        if (levels.Count != CatalogueItem.All.Count)
        {
            throw new ArgumentException("One level is needed for each catalogue item.", nameof(levels));
        }

        Client = client;
        Purpose = purpose;
        Scope = scope;
        _levels = [.. levels];
        Shape = string.Create(_levels.Length + 1, (levels: _levels, scope.Kind), static (text, state) =>
        {
            for (var i = 0; i < state.levels.Length; i++)
            {
                text[i] = (char)('0' + (int)state.levels[i]);
            }

            text[^1] = (char)('0' + (int)state.Kind);
        });
    }

    public string Client { get; }

    /// <summary>Null where the request named none: then every item is denied and no person is in scope.</summary>
    public Purpose? Purpose { get; }

    public RowScope Scope { get; }

    /// <summary>Equal for two disclosures whose SQL and masks are the same: part of every plan's key.</summary>
    public string Shape { get; }

    public DisclosureLevel LevelOf(CatalogueItem item) => _levels[item.Ordinal];

    public bool IsClear(CatalogueItem item) => LevelOf(item) == DisclosureLevel.Clear;
}
