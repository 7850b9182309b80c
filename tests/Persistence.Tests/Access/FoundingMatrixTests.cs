using CsCheck;
using Domain.Access;
using Persistence.Access;

namespace Persistence.Tests.Access;

public sealed class FoundingMatrixTests
{
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
    public void Every_item_has_names_and_fields() =>
        Assert.All(FoundingMatrix.Matrix.Catalogue.Entries, entry =>
        {
            Assert.NotEmpty(entry.Name);
            Assert.NotEmpty(entry.ChineseName);
            Assert.NotEmpty(entry.Fields);
        });

    [Fact]
    public void The_rows_of_a_need_are_one_phrase() =>
        Assert.Equal(
            ["ServiceNeed rows with domain CARE"],
            FoundingMatrix.Matrix.Catalogue.Entries[CatalogueItem.NeedCare.Ordinal].Fields);

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
