using Domain.Shared;

namespace SharingApi.Files;

/// <summary>One record of a CSV file, or what is wrong with it.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Fields">As many as the header has; null where it cannot be read.</param>
/// <param name="Fault">Why it cannot be read.</param>
internal readonly record struct CsvRow(int Line, string[]? Fields, Finding? Fault)
{
    public static CsvRow Of(int line, string[] fields) => new(line, fields, null);

    public static CsvRow Refused(int line, Finding fault) => new(line, null, fault);

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(CsvRow);
}
