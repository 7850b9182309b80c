using Domain.Access;

namespace Domain.Tests.Access;

public sealed class CatalogueVersionsTests
{
    private const string Header = "item,graphql_fields,chinese,parts,health/REHAB\n";
    private const string Before = Header + "a.b,f,中,,M\na.whole,f,中,a.b,D\n";

    [Theory]
    [InlineData("a.b,f,中,,M\na.whole,f,中,a.b,D\n", "")]
    [InlineData("a.b,f,中,,V\na.whole,f,中,a.b,D\n", "")]
    [InlineData("a.b,f,中,,C\na.whole,f,中,a.b,D\n", "a.b health/REHAB")]
    [InlineData("a.c,f,中,,C\na.b,f,中,,M\na.whole,f,中,a.b,D\n", "a.c health/REHAB")]
    [InlineData("a.b,f,中,,M\na.whole,f,中,,D\n", "a.whole without its part a.b")]
    [InlineData("a.renamed,f,中,,M\na.whole,f,中,a.b,D\n", "a.renamed health/REHAB")]
    public void What_a_text_opens_is_named_cell_by_cell(string rows, string widened) =>
        Assert.Equal(widened, string.Join(';', MatrixWidening.Between(Before, Header + rows)));

    [Fact]
    public void A_new_column_widens_by_whatever_it_opens() =>
        Assert.Equal(
            ["a.b court/VERIFY"],
            MatrixWidening.Between("item,fields,中,parts,x/REHAB\na.b,f,中,,C", "item,fields,中,parts,x/REHAB,court/VERIFY\na.b,f,中,,C,V"));

    [Fact]
    public void A_text_that_was_changed_without_a_new_version_is_a_fault() =>
        Assert.Single(CatalogueVersions.FaultsOf([Version(1, Before)], [Before + "a.d,f,中,,D\n"]));

    [Theory]
    [InlineData("a,1;b,2", 0)]
    [InlineData("a,1;b,1", 1)]
    [InlineData("a,1;a,2", 1)]
    [InlineData("a,1", 1)]
    [InlineData("", 1)]
    public void A_wider_version_needs_two_names_of_two_offices(string signers, int faults)
    {
        const string wider = Header + "a.b,f,中,,C\na.whole,f,中,a.b,D\n";

        Assert.Equal(faults, CatalogueVersions.FaultsOf([Version(1, Before), Version(2, wider, signers)], [Before, wider]).Count());
    }

    [Fact]
    public void A_signature_under_another_text_does_not_count()
    {
        const string wider = Header + "a.b,f,中,,C\na.whole,f,中,a.b,D\n";
        var version = Version(2, wider) with { Signatures = [new("a", "1", DigestOf(wider)), new("b", "2", DigestOf(Before))] };

        Assert.Single(CatalogueVersions.FaultsOf([Version(1, Before), version], [Before, wider]));
    }

    [Fact]
    public void A_narrower_version_needs_no_signature()
    {
        const string narrower = Header + "a.b,f,中,,D\na.whole,f,中,a.b,D\n";

        Assert.Empty(CatalogueVersions.FaultsOf([Version(1, Before), Version(2, narrower)], [Before, narrower]));
    }

    private static string DigestOf(string text) => CatalogueVersions.DigestOf(text);

    private static CatalogueVersion Version(int number, string text, string signers = "") => new(
        number,
        new DateOnly(2026, 11, 24),
        DigestOf(text),
        [
            .. signers.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(signer => signer.Split(','))
                .Select(parts => new CatalogueSignature(parts[0], parts[1], DigestOf(text))),
        ]);
}
