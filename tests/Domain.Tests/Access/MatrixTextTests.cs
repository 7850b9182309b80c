using Domain.Access;

namespace Domain.Tests.Access;

public sealed class MatrixTextTests
{
    private const string Header = "item,graphql_fields,chinese,parts,health/REHAB,civil-affairs/SUBSIDY";

    [Fact]
    public void A_line_for_every_item_makes_a_matrix()
    {
        var reading = MatrixText.Read(Sound());

        Assert.Empty(reading.Faults);
        Assert.Equal([new("health", Purpose.Rehab), new MatrixColumn("civil-affairs", Purpose.Subsidy)], reading.Matrix!.Columns);
        Assert.All(reading.Matrix.LevelsOf(new("health", Purpose.Rehab)), level => Assert.Equal(DisclosureLevel.Denied, level));
        Assert.All(reading.Matrix.LevelsOf(new("civil-affairs", Purpose.Subsidy)), level => Assert.Equal(DisclosureLevel.Clear, level));
    }

    [Fact]
    public void Names_fields_and_parts_come_with_the_item()
    {
        var text = Sound().Replace(
            "person.idNumber,f,中,,", "person.idNumber,Person.idNumber Person.other,公民身份号码,person.birthDate person.sex,");

        var entry = MatrixText.Read(text).Matrix!.Catalogue.Entries[CatalogueItem.PersonIdNumber.Ordinal];

        Assert.Equal("公民身份号码", entry.ChineseName);
        Assert.Equal("Citizen ID number", entry.Name);
        Assert.Equal(["Person.idNumber", "Person.other", "SentSubject.idNumber", "SentCorrection.idNumber", "CaseEvidence.documentNumber"], entry.Fields);
        Assert.Equal([CatalogueItem.PersonBirthDate, CatalogueItem.PersonSex], entry.Parts);
    }

    [Theory]
    [InlineData("person.sex,f,中,,D,C", "person.gender,f,中,,D,C", "Line 5 names 'person.gender', which is no item of the catalogue.")]
    [InlineData("person.sex,f,中,,D,C\n", "", "Item 'person.sex' is missing.")]
    [InlineData("person.sex,f,中,,D,C", "person.sex,f,中,,D,X", "Item 'person.sex' has 'X' under civil-affairs/SUBSIDY; a level is one of C, M, V, A, D.")]
    [InlineData("person.sex,f,中,,D,C", "person.sex,f,中,,D,c", "Item 'person.sex' has 'c' under civil-affairs/SUBSIDY; a level is one of C, M, V, A, D.")]
    [InlineData("person.sex,f,中,,D,C", "person.sex,f,中,,D", "Line 5 (person.sex) has 5 cells instead of 6.")]
    [InlineData("person.sex,f,中,,D,C", "person.sex,f,中,,D,C,C", "Line 5 (person.sex) has 7 cells instead of 6.")]
    [InlineData("person.sex,f,中,,D,C", "person.sex,\"f\",中,,D,C", "Line 5 has a quotation mark; cells are never quoted.")]
    [InlineData("person.sex,f,中,,D,C", "person.sex,f,中,,D,C\nperson.sex,f,中,,D,C", "Line 6 repeats the item 'person.sex'.")]
    [InlineData("person.sex,f,中,,D,C", "person.sex,f,中,person.soul,D,C", "Item 'person.sex' names 'person.soul' as a part, which is no other item of the catalogue.")]
    [InlineData("health/REHAB", "health/CURE", "Column 'health/CURE' is not a holder and a purpose, such as health/REHAB.")]
    [InlineData("health/REHAB", "/REHAB", "Column '/REHAB' is not a holder and a purpose, such as health/REHAB.")]
    [InlineData("health/REHAB", "civil-affairs/SUBSIDY", "Column 'civil-affairs/SUBSIDY' stands there twice.")]
    [InlineData("item,graphql_fields", "item,fields", "The first columns must be item, graphql_fields, chinese, parts.")]
    [InlineData("person.sex,f,中,,D,C", "person.sex,f,中,person.name,D,C\n", "Line 6 names '', which is no item of the catalogue.")]
    public void A_fault_is_told_in_a_sentence(string sound, string faulty, string sentence)
    {
        var reading = MatrixText.Read(Sound().Replace(sound, faulty));

        Assert.Null(reading.Matrix);
        Assert.Contains(sentence, reading.Faults);
    }

    [Fact]
    public void A_composite_more_open_than_a_part_is_a_fault()
    {
        var text = Sound()
            .Replace("person.idNumber,f,中,,D,C", "person.idNumber,f,中,person.birthDate person.sex,D,C")
            .Replace("person.birthDate,f,中,,D,C", "person.birthDate,f,中,,D,M");

        var reading = MatrixText.Read(text);

        Assert.Equal(
            ["Under civil-affairs/SUBSIDY 'person.idNumber' is more open than its part 'person.birthDate'."],
            reading.Faults);
    }

    [Fact]
    public void Every_letter_is_read_as_the_level_that_writes_it() =>
        Assert.All(Enum.GetValues<DisclosureLevel>(), level =>
            Assert.Equal(level, LevelLetter.LevelOf(LevelLetter.Of(level).ToString())));

    private static string Sound() =>
        Header + '\n' + string.Concat(CatalogueItem.All.Select(item => $"{item.Key},f,中,,D,C\n"));
}
