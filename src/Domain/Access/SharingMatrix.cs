namespace Domain.Access;

/// <summary>The classification of every data item for every holder and purpose: <c>schema/sharing-matrix.csv</c>.</summary>
/// <remarks>It is the ceiling of all grants, and the source of those that the register starts with.</remarks>
public sealed class SharingMatrix
{
    private readonly Dictionary<MatrixColumn, IReadOnlyList<DisclosureLevel>> _levels;

    internal SharingMatrix(Catalogue catalogue, Dictionary<MatrixColumn, IReadOnlyList<DisclosureLevel>> levels)
    {
        Catalogue = catalogue;
        _levels = levels;
    }

    public Catalogue Catalogue { get; }

    public IReadOnlyCollection<MatrixColumn> Columns => _levels.Keys;

    /// <summary>The level of every item in one column, by <see cref="CatalogueItem.Ordinal"/>.</summary>
    public IReadOnlyList<DisclosureLevel> LevelsOf(MatrixColumn column) => _levels[column];
}

/// <summary>A column of the sharing matrix, such as <c>civil-affairs/SUBSIDY</c>.</summary>
/// <param name="Holder">Who holds the right: a kind of client, not always one client.</param>
/// <param name="Purpose">What for.</param>
public readonly record struct MatrixColumn(string Holder, Purpose Purpose);

/// <summary>The outcome of reading a matrix: the matrix, or one sentence for each fault.</summary>
public sealed record MatrixReading(SharingMatrix? Matrix, IReadOnlyList<string> Faults);
