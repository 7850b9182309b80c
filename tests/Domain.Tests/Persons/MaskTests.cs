using System.Text;
using CsCheck;
using Domain.Persons;

namespace Domain.Tests.Persons;

public sealed class MaskTests
{
    [Theory]
    [InlineData("李桂芳", "李**")]
    [InlineData("阿依古·买买提江", "阿**·****")]
    [InlineData("阿依•买买", "阿*•**")]
    [InlineData("𠮷野家", "𠮷**")]
    [InlineData("李𠮷", "李*")]
    [InlineData("\uE863某", "\uE863*")]
    [InlineData("李", "李")]
    [InlineData("", "")]
    public void A_name_shows_its_first_character_and_its_dots(string name, string masked) =>
        Assert.Equal(masked, Mask.Name(name));

    [Theory]
    [InlineData("530199197602290010", "530199************")]
    [InlineData("53019919681105014X", "530199************")]
    [InlineData("5301", "******************")]
    public void An_ID_number_shows_its_area(string number, string masked) =>
        Assert.Equal(masked, Mask.IdNumber(number));

    [Theory]
    [InlineData("53019919760229001043", "530199**************")]
    [InlineData("53019919681105014X72B1", "530199**************")]
    [InlineData("53", "********************")]
    public void A_certificate_number_shows_its_area(string number, string masked) =>
        Assert.Equal(masked, Mask.CertificateNumber(number));

    [Theory]
    [InlineData("13900001234", "139****1234")]
    [InlineData("0871-63160000", "087****0000")]
    [InlineData("63160000", "****")]
    [InlineData("1390000123", "****")]
    [InlineData("", "****")]
    [InlineData("139000𠮷01234", "****")]
    public void A_phone_number_shows_both_ends_where_enough_stays_hidden(string phone, string masked) =>
        Assert.Equal(masked, Mask.Phone(phone));

    [Theory]
    [InlineData("云南省昆明市五华区护国街道1号", "云南省昆明市五华区***")]
    [InlineData("云南省昆明市石林彝族自治县鹿阜街道", "云南省昆明市石林彝族自治县***")]
    [InlineData("昆明市安宁市连然街道", "昆明市安宁市***")]
    [InlineData("五华区护国街道", "五华区***")]
    [InlineData("云南省曲靖市麒麟区南宁街道", "云南省曲靖市麒麟区***")]
    [InlineData("云南省大理白族自治州大理市下关街道幸福小区", "云南省大理白族自治州大理市***")]
    [InlineData("云南省昆明市幸福路花园小区", "云南省昆明市***")]
    [InlineData("幸福路五华区大楼", "***")]
    [InlineData("幸福村三组", "***")]
    [InlineData("", "***")]
    public void An_address_shows_no_more_than_the_county(string address, string masked) =>
        Assert.Equal(masked, Mask.Address(address));

    [Theory]
    [InlineData("1976-02-29", "1976", "1976-02")]
    [InlineData("1976-02", "1976", "1976-02")]
    [InlineData("1976", "1976", "1976")]
    public void Dates_show_the_year_of_birth_and_the_month_of_death(string date, string birth, string death)
    {
        Assert.Equal(birth, Mask.BirthDate(PartialDate.FromStore(date)).Text);
        Assert.Equal(death, Mask.DeathDate(PartialDate.FromStore(date)).Text);
    }

    [Fact]
    public void A_masked_name_has_as_many_code_points_and_hides_all_but_the_first() =>
        PersonNameTests.AnyText.Sample(name =>
        {
            var shown = Mask.Name(name).EnumerateRunes().ToArray();
            var hidden = name.EnumerateRunes().ToArray();
            return shown.Length == hidden.Length &&
                shown.Skip(1).Zip(hidden.Skip(1)).All(pair => pair.First == new Rune('*') || IsDot(pair.First) && pair.First == pair.Second);
        });

    [Fact]
    public void A_masked_number_shows_at_most_six_characters() =>
        Gen.String.Sample(text => Hides(Mask.IdNumber(text), 6) && Hides(Mask.CertificateNumber(text), 6) && Hides(Mask.Phone(text), 7));

    [Fact]
    public void An_address_is_cut_never_changed_and_never_within_a_pair() =>
        Gen.OneOf("云南省", "昆明市", "五华区", "市", "区", "县", "路", "𠮷", "安宁市", "街道", "小", "号").Array[0, 9].Select(string.Concat)
            .Sample(address =>
            {
                var masked = Mask.Address(address);
                return masked.EndsWith("***", StringComparison.Ordinal) &&
                    address.StartsWith(masked[..^3], StringComparison.Ordinal) && IsWellFormed(masked);
            });

    [Fact]
    public void No_mask_makes_text_that_is_not_well_formed() =>
        PersonNameTests.AnyText.Where(IsWellFormed).Sample(text =>
            IsWellFormed(Mask.Name(text)) && IsWellFormed(Mask.Phone(text)) && IsWellFormed(Mask.Address(text)));

    private static bool Hides(string masked, int atMost) => masked.Count(character => character != '*') <= atMost;

    private static bool IsDot(Rune rune) => "·•‧・．.\u0387".Contains(rune.ToString(), StringComparison.Ordinal);

    private static bool IsWellFormed(string text) => !text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);
}
