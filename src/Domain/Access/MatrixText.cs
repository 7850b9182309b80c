using Domain.Shared;

namespace Domain.Access;

/// <summary>Reads the text of a sharing matrix, and forgives nothing: a slip here would disclose something.</summary>
public sealed class MatrixText
{
    private const int LeadingColumns = 4;

    private static readonly string[] Leading = ["item", "graphql_fields", "chinese", "parts"];

    private static readonly Dictionary<string, CatalogueItem> ItemsByKey =
        CatalogueItem.All.ToDictionary(item => item.Key, StringComparer.Ordinal);

    private readonly List<string> _faults = [];
    private readonly List<MatrixColumn> _columns = [];
    private readonly Dictionary<CatalogueItem, CatalogueEntry> _entries = [];
    private readonly Dictionary<CatalogueItem, DisclosureLevel[]> _levels = [];

    private MatrixText()
    {
    }

    /// <summary>Reads a whole file: a header and one line an item, comma-separated, nothing quoted.</summary>
    public static MatrixReading Read(string text)
    {
        var reader = new MatrixText();
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        reader.ReadHeader(lines[0].Split(','));
        for (var i = 1; i < lines.Length; i++)
        {
            reader.ReadItem(i + 1, lines[i]);
        }

        reader.DemandEveryItem();
        if (reader._faults.Count > 0)
        {
            return new MatrixReading(null, reader._faults);
        }

        var matrix = reader.Assemble();
        var tooOpen = CompositesTooOpen(matrix);
        return tooOpen.Count > 0 ? new MatrixReading(null, tooOpen) : new MatrixReading(matrix, []);
    }

    private void ReadHeader(string[] names)
    {
        if (!names.Take(LeadingColumns).SequenceEqual(Leading, StringComparer.Ordinal))
        {
            _faults.Add($"The first columns must be {string.Join(", ", Leading)}.");
        }

        foreach (var name in names.Skip(LeadingColumns))
        {
            var parts = name.Split('/');
            if (parts.Length != 2 || parts[0].Length == 0 || !ApiName<Purpose>.All.TryGetValue(parts[1], out var purpose))
            {
                _faults.Add($"Column '{name}' is not a holder and a purpose, such as health/REHAB.");
            }
            else if (_columns.Contains(new MatrixColumn(parts[0], purpose)))
            {
                _faults.Add($"Column '{name}' stands there twice.");
            }
            else
            {
                _columns.Add(new MatrixColumn(parts[0], purpose));
            }
        }
    }

    private void ReadItem(int line, string text)
    {
        var cells = text.Split(',');
        if (text.Contains('"', StringComparison.Ordinal))
        {
            _faults.Add($"Line {line} has a quotation mark; cells are never quoted.");
        }
        else if (!ItemsByKey.TryGetValue(cells[0], out var item))
        {
            _faults.Add($"Line {line} names '{cells[0]}', which is no item of the catalogue.");
        }
        else if (_entries.ContainsKey(item))
        {
            _faults.Add($"Line {line} repeats the item '{item.Key}'.");
        }
        else if (cells.Length != LeadingColumns + _columns.Count)
        {
            _faults.Add($"Line {line} ({item.Key}) has {cells.Length} cells instead of {LeadingColumns + _columns.Count}.");
        }
        else
        {
            _entries[item] = new CatalogueEntry(item, CatalogueNames.Of(item), cells[2], [.. FieldsOf(cells[1]), .. ReportedFields.Of(item)], PartsOf(item, cells[3]), CatalogueTerms.Of(item));
            _levels[item] = [.. cells.Skip(LeadingColumns).Select((cell, i) => LevelOf(item, _columns[i], cell))];
        }
    }

    // "ServiceNeed rows with domain CARE" is one phrase; anything else is a list of field names.
    private static string[] FieldsOf(string cell) =>
        cell.Contains(" rows ", StringComparison.Ordinal) ? [cell] : cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private List<CatalogueItem> PartsOf(CatalogueItem whole, string cell)
    {
        var parts = new List<CatalogueItem>();
        foreach (var key in cell.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ItemsByKey.TryGetValue(key, out var part) && part != whole)
            {
                parts.Add(part);
            }
            else
            {
                _faults.Add($"Item '{whole.Key}' names '{key}' as a part, which is no other item of the catalogue.");
            }
        }

        return parts;
    }

    private DisclosureLevel LevelOf(CatalogueItem item, MatrixColumn column, string cell)
    {
        if (LevelLetter.LevelOf(cell) is { } level)
        {
            return level;
        }

        _faults.Add($"Item '{item.Key}' has '{cell}' under {NameOf(column)}; a level is one of C, M, V, A, D.");
        return DisclosureLevel.Denied;
    }

    private void DemandEveryItem() =>
        _faults.AddRange(CatalogueItem.All
            .Where(item => !_entries.ContainsKey(item))
            .Select(item => $"Item '{item.Key}' is missing."));

    private SharingMatrix Assemble() => new(
        new Catalogue([.. CatalogueItem.All.Select(item => _entries[item])]),
        _columns.Select((column, i) => (column, i)).ToDictionary(
            pair => pair.column,
            IReadOnlyList<DisclosureLevel> (pair) => [.. CatalogueItem.All.Select(item => _levels[item][pair.i])]));

    private static List<string> CompositesTooOpen(SharingMatrix matrix) =>
    [
        .. from column in matrix.Columns
           from fault in matrix.Catalogue.TooOpen(matrix.LevelsOf(column))
           select $"Under {NameOf(column)} '{fault.Composite.Key}' is more open than its part '{fault.Part.Key}'.",
    ];

    private static string NameOf(MatrixColumn column) => $"{column.Holder}/{ApiName.Of(column.Purpose)}";
}
