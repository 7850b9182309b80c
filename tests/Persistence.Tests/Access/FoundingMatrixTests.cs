using CsCheck;
using Domain.Access;
using Persistence.Access;

namespace Persistence.Tests.Access;

public sealed class FoundingMatrixTests
{
    /// <summary>Levels of all items, every second time closed down until they are sound.</summary>
    private static readonly Gen<DisclosureLevel[]> Levels = Gen.Select(
        Gen.Enum<DisclosureLevel>().Array[CatalogueItem.All.Count],
        Gen.Bool,
        (levels, isSound) => isSound ? [.. FoundingMatrix.Matrix.Catalogue.Narrowed(levels)] : levels);

    [Fact]
    public void The_matrix_of_this_build_is_sound() => Assert.Empty(MatrixText.Read(FoundingMatrix.Text()).Faults);

    [Theory]
    [MemberData(nameof(Columns))]
    public void No_composite_is_more_open_than_a_part_of_it(string holder, Purpose purpose)
    {
        var matrix = FoundingMatrix.Matrix;

        Assert.Empty(matrix.Catalogue.TooOpen(matrix.LevelsOf(new(holder, purpose))));
    }

    [Fact]
    public void Whatever_a_grant_says_the_real_catalogue_gives_no_composite_more_openly_than_a_part() =>
        Gen.Enum<DisclosureLevel>().Array[CatalogueItem.All.Count].Sample(levels =>
        {
            var catalogue = FoundingMatrix.Matrix.Catalogue;
            var narrowed = catalogue.Narrowed(levels);

            return !catalogue.TooOpen(narrowed).Any() && narrowed.Zip(levels).All(pair => pair.First >= pair.Second);
        });

    [Fact]
    public void Whatever_a_column_says_it_is_read_exactly_where_no_composite_is_more_open_than_a_part() =>
        Levels.Sample(levels =>
        {
            var isSound = !FoundingMatrix.Matrix.Catalogue.TooOpen(levels).Any();

            return MatrixText.Read(WithLastColumn(levels)).Faults.Count == 0 == isSound;
        });

    [Fact]
    public void Whatever_is_proposed_it_is_refused_exactly_where_a_composite_is_more_open_than_a_part() =>
        Levels.Sample(levels =>
        {
            var proposal = new GrantProposal
            {
                Client = "health",
                Purpose = Purpose.Rehab,
                Scope = RowScope.City,
                Items = [.. CatalogueItem.All.Select(item => new ProposedItem(item.Key, levels[item.Ordinal]))],
                From = new DateOnly(2026, 1, 1),
                To = new DateOnly(2027, 1, 1),
            };
            var health = FoundingGrants.Make(new(Guid.Empty), proposal.From).Single(made => made.Client.Id == "health").Client;
            var faults = GrantRules.FaultsOf(
                proposal, new GrantSetting(health, FoundingMatrix.Matrix, [], new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), 8));

            return faults.Any(fault => fault.Code == "GRANT_COMPOSITE") == FoundingMatrix.Matrix.Catalogue.TooOpen(levels).Any();
        });

    [Fact]
    public void Every_item_has_names_and_fields() =>
        Assert.All(FoundingMatrix.Matrix.Catalogue.Entries, entry =>
        {
            Assert.NotEmpty(entry.Name);
            Assert.NotEmpty(entry.ChineseName);
            Assert.NotEmpty(entry.Fields);
        });

    [Fact]
    public void The_matrix_is_the_text_of_the_current_version_and_every_widening_is_signed() =>
        Assert.Empty(CatalogueVersions.FaultsOf(CatalogueVersions.All, FoundingMatrix.Texts()));

    [Fact]
    public void What_is_not_shared_stays_with_the_federation_and_the_holder_and_all_else_is_shared_with_somebody() =>
        Assert.All(FoundingMatrix.Matrix.Catalogue.Entries, entry => Assert.Equal(
            entry.Terms.Class == SharingClass.NotShared,
            FoundingMatrix.Matrix.Columns
                .Where(column => column.Holder is "public-security" or "civil-affairs" or "health" or "analyst")
                .All(column => FoundingMatrix.Matrix.LevelsOf(column)[entry.Item.Ordinal] == DisclosureLevel.Denied)));

    [Fact]
    public void Every_item_names_its_source_and_its_law_and_what_is_shared_its_conditions() =>
        Assert.All(FoundingMatrix.Matrix.Catalogue.Entries, entry =>
        {
            Assert.NotEmpty(entry.Terms.Sources);
            Assert.NotEmpty(entry.Terms.LegalBasis.Chinese);
            Assert.Equal(entry.Terms.Class == SharingClass.NotShared, entry.Terms.Conditions is null);
        });

    [Fact]
    public void What_contains_sensitive_information_is_sensitive() =>
        Assert.All(FoundingMatrix.Matrix.Catalogue.Entries, entry => Assert.All(
            entry.Parts, part => Assert.True(entry.Terms.Sensitivity >= CatalogueTerms.Of(part).Sensitivity, entry.Item.Key)));

    [Fact]
    public void The_rows_of_a_need_are_one_phrase() =>
        Assert.Equal(
            ["ServiceNeed rows with domain CARE"],
            FoundingMatrix.Matrix.Catalogue.Entries[CatalogueItem.NeedCare.Ordinal].Fields);

    private static string WithLastColumn(DisclosureLevel[] levels)
    {
        var lines = FoundingMatrix.Text().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var rows = lines.Skip(1).Select(line =>
        {
            var item = CatalogueItem.Find(line[..line.IndexOf(',', StringComparison.Ordinal)])!;
            return $"{line[..line.LastIndexOf(',')]},{LevelLetter.Of(levels[item.Ordinal])}";
        });
        return string.Join('\n', [lines[0], .. rows]);
    }

    public static TheoryData<string, Purpose> Columns()
    {
        var columns = new TheoryData<string, Purpose>();
        foreach (var column in FoundingMatrix.Matrix.Columns)
        {
            columns.Add(column.Holder, column.Purpose);
        }

        return columns;
    }
}
