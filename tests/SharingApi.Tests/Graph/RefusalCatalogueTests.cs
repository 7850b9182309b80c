using System.Text.RegularExpressions;
using SharingApi.Graph.Errors;
using Testing;

namespace SharingApi.Tests.Graph;

public sealed partial class RefusalCatalogueTests
{
    private static readonly string[] Codes = [.. RefusalCatalogue.All.Select(refusal => refusal.Code)];

    [Fact]
    public void Codes_are_sorted_and_unique() =>
        Assert.Equal(Codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), Codes);

    [Fact]
    public void Every_code_that_the_sources_name_stands_in_the_catalogue()
    {
        var families = Codes.Select(FamilyOf).ToHashSet(StringComparer.Ordinal);
        var used = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", "SharingApi"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Constant().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["code"].Value)
            .Where(code => families.Contains(FamilyOf(code)))
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(used.Except(Codes, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_refusal_that_is_made_stands_in_the_catalogue()
    {
        // Scalars refuse with findings, which stand beside INPUT_INVALID.
        var made = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", "SharingApi"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains(Path.Combine("Schema", "Scalars"), StringComparison.Ordinal))
            .SelectMany(file => Made().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["code"].Value)
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(made.Except(Codes, StringComparer.Ordinal));
    }

    private static string FamilyOf(string code) => code[..code.IndexOf('_', StringComparison.Ordinal)];

    [GeneratedRegex("\"(?<code>[A-Z]+_[A-Z_]+)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Constant();

    [GeneratedRegex("new Refusal\\(\\s*\"(?<code>[A-Z_]+)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Made();
}
