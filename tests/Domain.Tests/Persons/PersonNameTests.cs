using CsCheck;
using Domain.Persons;

namespace Domain.Tests.Persons;

public sealed class PersonNameTests
{
    /// <summary>Names as they may arrive: Han, Latin with marks, dots and spaces of all kinds, rare and broken characters.</summary>
    internal static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Gen.OneOf(
            "阿", "依", "𠮷", "\uE863", "·", "•", "‧", "・", "．", ".", "\u0387", " ", "\u3000", "\u00A0", "Ａ", "a", "e\u0301",
            "\u0301", "\u0316", "\u1100", "\u1161", "\uD842", "\uDFB7", "\uFFFE", "\uFFFF", "\t").Array[0, 12].Select(string.Concat));

    [Theory]
    [InlineData("阿依古丽·买买提", "阿依古丽·买买提")]
    [InlineData("阿依古丽•买买提", "阿依古丽·买买提")]
    [InlineData("阿依古丽‧买买提", "阿依古丽·买买提")]
    [InlineData("阿依古丽・买买提", "阿依古丽·买买提")]
    [InlineData("阿依古丽．买买提", "阿依古丽·买买提")]
    [InlineData("阿依古丽.买买提", "阿依古丽·买买提")]
    [InlineData("阿依古丽 · 买买提", "阿依古丽·买买提")]
    [InlineData("阿依古丽\u3000•买买提", "阿依古丽·买买提")]
    [InlineData(" 李桂芳 ", "李桂芳")]
    [InlineData("𠮷野家", "𠮷野家")]
    [InlineData("Ｍａｒｉａ Ｌｉ", "Maria Li")]
    [InlineData("Jose\u0301", "José")]
    [InlineData("Ｅ\u0301", "É")]
    [InlineData("\uE863某", "\uE863某")]
    [InlineData("", "")]
    public void Names_are_folded_to_one_form(string name, string folded) =>
        Assert.Equal(folded, PersonName.Fold(name));

    [Theory]
    [InlineData("李桂芳", "李桂芬")]
    [InlineData("䶮", "\uE863")]
    [InlineData("Li Na", "LiNa")]
    [InlineData("Li Na", "LI NA")]
    public void Folding_does_not_join_what_may_be_two_persons(string one, string other) =>
        Assert.NotEqual(PersonName.Fold(one), PersonName.Fold(other));

    [Fact]
    public void Folding_again_changes_nothing() =>
        AnyText.Sample(name => PersonName.Fold(PersonName.Fold(name)) == PersonName.Fold(name));

    [Theory]
    [InlineData("李桂芳", "李桂芳")]
    [InlineData(" 李桂芳\u3000", "李桂芳")]
    [InlineData("阿依古丽•买买提", "阿依古丽•买买提")]
    [InlineData("𬱖某", "𬱖某")]
    [InlineData("\uE863某", "\uE863某")]
    [InlineData("Jose\u0301", "José")]
    public void A_name_is_kept_as_its_source_wrote_it(string sent, string stored)
    {
        var reading = PersonName.Read(sent);

        Assert.True(reading.IsAccepted);
        Assert.Equal(stored, reading.Name);
    }

    [Theory]
    [InlineData(null, "NAME_EMPTY")]
    [InlineData("", "NAME_EMPTY")]
    [InlineData(" \u3000\t", "NAME_EMPTY")]
    [InlineData("李\u0000芳", "NAME_CHARACTER")]
    [InlineData("李\n芳", "NAME_CHARACTER")]
    [InlineData("李\u0085芳", "NAME_CHARACTER")]
    [InlineData("李\u2028芳", "NAME_CHARACTER")]
    [InlineData("李\u202E芳", "NAME_CHARACTER")]
    [InlineData("李\uFFFD", "NAME_CHARACTER")]
    [InlineData("李\uFFFE", "NAME_CHARACTER")]
    public void What_is_no_name_is_refused(string? sent, string code)
    {
        var reading = PersonName.Read(sent);

        Assert.False(reading.IsAccepted);
        Assert.Equal(code, Assert.Single(reading.Findings).Code);
    }

    [Fact]
    public void A_lone_surrogate_is_refused()
    {
        // Not in the table above: attributes cannot carry ill-formed text.
        Assert.Equal("NAME_CHARACTER", Assert.Single(PersonName.Read("李" + '\uD842').Findings).Code);
        Assert.Equal("NAME_CHARACTER", Assert.Single(PersonName.Read('\uDFB7' + "李").Findings).Code);
    }

    [Fact]
    public void Length_is_counted_in_code_points()
    {
        Assert.True(PersonName.Read(string.Concat(Enumerable.Repeat("𠮷", 100))).IsAccepted);
        Assert.Equal("NAME_LONG", Assert.Single(PersonName.Read(new string('李', 101)).Findings).Code);
    }

    [Fact]
    public void Any_text_at_all_is_read_without_a_bug() =>
        AnyText.Sample(text => PersonName.Read(text) is var reading && reading.IsAccepted == (reading.Findings.Count == 0));

    [Fact]
    public void The_name_never_shows_in_text_for_logs() =>
        Assert.Equal("PersonNameReading", PersonName.Read("李桂芳").ToString());
}
