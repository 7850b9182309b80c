namespace Domain.Access;

/// <summary>Compares two texts of the sharing matrix cell by cell, also where they do not know the same items and columns.</summary>
public static class MatrixWidening
{
    private const int LeadingColumns = 4;
    private const int Parts = 3;

    /// <summary>
    /// The cells that the later text opens further, as <c>item holder/PURPOSE</c>, and the items that it no longer says contain
    /// others. What the earlier text does not name it denied.
    /// </summary>
    public static IReadOnlyList<string> Between(string before, string after)
    {
        var known = Cells(before).ToDictionary(cell => cell.Name, cell => cell.Level, StringComparer.Ordinal);
        var parts = PartsOf(after);
        return
        [
            .. Cells(after)
                .Where(cell => cell.Level < known.GetValueOrDefault(cell.Name, DisclosureLevel.Denied))
                .Select(cell => cell.Name),
            .. PartsOf(before).Where(part => !parts.Contains(part)).Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<(string Name, DisclosureLevel Level)> Cells(string text)
    {
        var rows = RowsOf(text);
        return from row in rows.Skip(1)
               from cell in row.Zip(rows[0]).Skip(LeadingColumns)
               select ($"{row[0]} {cell.Second}", LevelLetter.LevelOf(cell.First) ?? DisclosureLevel.Clear);
    }

    private static HashSet<string> PartsOf(string text) =>
    [
        .. from row in RowsOf(text).Skip(1)
           where row.Length > Parts
           from part in row[Parts].Split(' ', StringSplitOptions.RemoveEmptyEntries)
           select $"{row[0]} without its part {part}",
    ];

    private static List<string[]> RowsOf(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
}
