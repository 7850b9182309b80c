using System.Security.Cryptography;
using System.Text;
using Domain.Access;
using Domain.Shared;
using Persistence.Access;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>
/// The rights that a register starts with, cell by cell, against <c>schema/effective-rights.csv</c>. A cell that opens further fails
/// until two humans of two offices have put their names under the digest of the new file, in
/// <c>schema/effective-rights.signatures.csv</c> (signer, office, digest); accepting the contract does not replace them.
/// </summary>
public sealed class EffectiveRightsTests
{
    private const string Header = "client,purpose,scope,item,level\n";

    [Fact]
    public void Nothing_is_more_open_than_the_file_says_unless_two_offices_signed_it()
    {
        var effective = Print();
        var widened = Widened(ReadOrEmpty("effective-rights.csv"), effective);

        Assert.True(
            widened.Count == 0 || IsSigned(ReadOrEmpty("effective-rights.signatures.csv"), effective),
            $"Widened without two signatures:\n{string.Join('\n', widened)}");
        Contract.Match("effective-rights.csv", effective);
    }

    // Whoever edits the file by hand together with the rights must say so here, where a reviewer of the change sees it.
    [Fact]
    public void The_file_is_the_one_that_was_reviewed() =>
        Assert.Equal("852e31f39287d4f99eb52b6251f18e0935f4758976c7987c8e29af875d9a4aa0", DigestOf(ReadOrEmpty("effective-rights.csv")));

    [Theory]
    [InlineData("a,SUBSIDY,CITY,person.name,M", "a,SUBSIDY,CITY,person.name,C", true)]
    [InlineData("a,SUBSIDY,CITY,person.name,C", "a,SUBSIDY,CITY,person.name,M", false)]
    [InlineData("a,SUBSIDY,CITY,person.name,C", "", false)]
    [InlineData("", "a,SUBSIDY,CITY,person.name,V", true)]
    [InlineData("a,SUBSIDY,HUKOU_DIVISION:530102,person.name,C", "a,SUBSIDY,CITY,person.name,C", true)]
    public void Twin_a_cell_that_opens_is_found(string before, string after, bool opens) =>
        Assert.Equal(opens, Widened(Header + before, Header + after).Count > 0);

    [Theory]
    [InlineData("a,office 1,{0}\nb,office 2,{0}", true)]
    [InlineData("a,office 1,{0}\nb,office 1,{0}", false)]
    [InlineData("a,office 1,{0}\na,office 2,{0}", false)]
    [InlineData("a,office 1,{0}\nb,office 2,0000", false)]
    [InlineData("", false)]
    public void Twin_two_names_of_two_offices_under_this_very_text_are_needed(string signatures, bool counts) =>
        Assert.Equal(counts, IsSigned(signatures.Replace("{0}", DigestOf("text"), StringComparison.Ordinal), "text"));

    private static string Print()
    {
        var cells =
            from made in FoundingGrants.Make(new(Guid.Empty), Founded.Today)
            from grant in made.Grants
            let disclosure = Disclosure.Of(grant, FoundingMatrix.Matrix.Catalogue)
            from item in CatalogueItem.All
            where disclosure.LevelOf(item) != DisclosureLevel.Denied
            select $"{grant.Client},{ApiName.Of(grant.Purpose)},{ScopeOf(grant)},{item},{LevelLetter.Of(disclosure.LevelOf(item))}\n";
        return Header + string.Concat(cells);
    }

    // Which person the holder is differs from register to register; that it is one person does not.
    private static string ScopeOf(Grant grant) =>
        grant.ScopeCode is null || grant.ScopeKind == RowScopeKind.Self
            ? ApiName.Of(grant.ScopeKind)
            : $"{ApiName.Of(grant.ScopeKind)}:{grant.ScopeCode}";

    private static List<string> Widened(string before, string after)
    {
        var known = Cells(before).ToDictionary(cell => cell[..^1], cell => cell[^1], StringComparer.Ordinal);
        return [.. Cells(after).Where(cell => !known.TryGetValue(cell[..^1], out var level) || Openness(cell[^1]) < Openness(level))];
    }

    private static IEnumerable<string> Cells(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);

    private static DisclosureLevel Openness(char letter) => LevelLetter.LevelOf(letter.ToString())!.Value;

    private static bool IsSigned(string signatures, string text)
    {
        var valid = signatures.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(','))
            .Where(parts => parts.Length == 3 && parts[2] == DigestOf(text))
            .ToList();
        return valid.DistinctBy(parts => parts[0], StringComparer.Ordinal).Count() > 1 &&
            valid.DistinctBy(parts => parts[1], StringComparer.Ordinal).Count() > 1;
    }

    private static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string ReadOrEmpty(string fileName)
    {
        var path = Path.Combine(Repository.Root, "schema", fileName);
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }
}
