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

    [Fact]
    public void Every_code_is_provoked_by_the_test_that_is_named_for_it()
    {
        var named = ProvokedRefusals.ByTest.Values.SelectMany(codes => codes);
        Assert.Equal(Codes, named.Order(StringComparer.Ordinal));

        var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal);
        var unsaid = ProvokedRefusals.ByTest
            .SelectMany(test => test.Value.Select(code => (Test: test.Key, Code: code)))
            .Where(pair => !tests[pair.Test].Any(text => text.Contains($"\"{pair.Code}\"", StringComparison.Ordinal)));
        Assert.Empty(unsaid);
    }

    [Fact]
    public void No_sentence_of_the_catalogue_names_what_is_inside() => Assert.All(
        RefusalCatalogue.All, refusal => Assert.Null(Discretion.Betrayed(refusal.English) ?? Discretion.Betrayed(refusal.Chinese)));

    [Theory]
    [InlineData("Value cannot be null. (System.ArgumentNullException)")]
    [InlineData("SQLite Error 19: 'UNIQUE constraint failed'")]
    [InlineData("SELECT name FROM persons")]
    [InlineData("No person has 530199197602290010.")]
    public void A_sentence_that_says_too_much_is_found(string sentence) => Assert.NotNull(Discretion.Betrayed(sentence));

    private static string FamilyOf(string code) => code[..code.IndexOf('_', StringComparison.Ordinal)];

    [GeneratedRegex("\"(?<code>[A-Z]+_[A-Z_]+)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Constant();

    [GeneratedRegex("new Refusal\\(\\s*\"(?<code>[A-Z_]+)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Made();
}
