using System.Globalization;
using CsCheck;
using Domain.Persons;
using Domain.Shared;

namespace Domain.Tests.Persons;

public sealed class IdNumberTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly IdNumberRules Rules = new(Today, AllowSyntheticArea: true);
    private static readonly IdNumberRules RealData = new(Today, AllowSyntheticArea: false);

    private static readonly Gen<IdNumber> AnyNumber = Gen.Select(
        Gen.Int[0, 999_999].Select(code => code.ToString("000000", CultureInfo.InvariantCulture)),
        Gen.Int[0, Today.DayNumber - new DateOnly(1900, 1, 1).DayNumber].Select(new DateOnly(1900, 1, 1).AddDays),
        Gen.Int[0, 999],
        IdNumber.Compose);

    [Theory]
    [InlineData("530199197602290010", Sex.Male, "1976-02-29")]
    [InlineData("53019919681105014X", Sex.Female, "1968-11-05")]
    [InlineData("53019919550817003X", Sex.Male, "1955-08-17")]
    [InlineData("53019919880808038X", Sex.Female, "1988-08-08")]
    [InlineData("530199201504012374", Sex.Male, "2015-04-01")]
    [InlineData("530199200002290185", Sex.Female, "2000-02-29")]
    [InlineData("53019919991231999X", Sex.Male, "1999-12-31")]
    [InlineData("530199202402291004", Sex.Female, "2024-02-29")]
    [InlineData("530122190106150267", Sex.Female, "1901-06-15")]
    [InlineData("530115190106150263", Sex.Female, "1901-06-15")]
    [InlineData("530121190202029911", Sex.Male, "1902-02-02")]
    [InlineData("530123190203035056", Sex.Male, "1902-03-03")]
    [InlineData("530129190402291018", Sex.Male, "1904-02-29")]
    [InlineData("530181190309090081", Sex.Female, "1903-09-09")]
    [InlineData("11010519491231002X", Sex.Female, "1949-12-31")]
    public void A_valid_number_yields_its_parts_and_no_remark(string text, Sex sex, string birthDate)
    {
        var reading = IdNumber.Read(text, Rules);

        Assert.Empty(reading.Findings);
        Assert.True(reading.IsAccepted);
        Assert.False(reading.IsDerived);
        var number = reading.Number!.Value;
        Assert.Equal(text, number.Value);
        Assert.Equal(text[..6], number.AreaCode);
        Assert.Equal(sex, number.Sex);
        Assert.Equal(birthDate, PartialDate.Of(number.BirthDate).Text);
    }

    [Theory]
    [InlineData("53019919681105014x")]
    [InlineData("５３０１９９１９６８１１０５０１４Ｘ")]
    [InlineData("５３０１９９１９６８１１０５０１４ｘ")]
    [InlineData("  53019919681105014X\t")]
    [InlineData("\u300053019919681105014X\u3000")]
    public void Typing_habits_are_normalised(string text) =>
        Assert.Equal("53019919681105014X", IdNumber.Read(text, Rules).Number!.Value.Value);

    [Theory]
    [InlineData("530102190002290139", "ID_DATE")]
    [InlineData("530199197713010050", "ID_DATE")]
    [InlineData("530199209901010037", "ID_DATE")]
    [InlineData("440524188001010014", "ID_DATE")]
    [InlineData("530199197602290011", "ID_CHECK")]
    [InlineData("530199197062290010", "ID_CHECK", "ID_DATE")]
    [InlineData("530199760229001", "ID_LEGACY_15")]
    [InlineData("530199550817003", "ID_LEGACY_15")]
    [InlineData(null, "ID_SHAPE")]
    [InlineData("", "ID_SHAPE")]
    [InlineData("X53019919760229001", "ID_SHAPE")]
    [InlineData("53019919760229001", "ID_SHAPE")]
    [InlineData("5301991976022900100", "ID_SHAPE")]
    [InlineData("53019919760229001A", "ID_SHAPE")]
    [InlineData("530199-19760229001", "ID_SHAPE")]
    [InlineData("530199 97602290010", "ID_SHAPE")]
    [InlineData("٥٣٠١٩٩١٩٧٦٠٢٢٩٠٠١٠", "ID_SHAPE")]
    [InlineData("530199197602290O10", "ID_SHAPE")]
    public void A_wrong_number_is_refused_with_every_reason(string? text, params string[] codes)
    {
        var reading = IdNumber.Read(text, Rules);

        Assert.False(reading.IsAccepted);
        Assert.Null(reading.Number);
        Assert.Equal(codes.Order(), reading.Findings.Select(finding => finding.Code).Order());
        Assert.All(reading.Findings, finding => Assert.Equal(Severity.Error, finding.Severity));
    }

    [Fact]
    public void Today_is_a_possible_birth_date_and_tomorrow_is_not()
    {
        Assert.True(IdNumber.Read(IdNumber.Compose("530199", Today, 1).Value, Rules).IsAccepted);
        Assert.False(IdNumber.Read(IdNumber.Compose("530199", Today.AddDays(1), 1).Value, Rules).IsAccepted);
    }

    [Theory]
    [InlineData("530199760229001", "530199197602290010")]
    [InlineData("530199550817003", "53019919550817003X")]
    public void An_archive_number_is_converted_and_marked_as_derived(string legacy, string number)
    {
        var reading = IdNumber.ConvertLegacy(legacy, Rules);

        Assert.True(reading.IsDerived);
        Assert.Empty(reading.Findings);
        Assert.Equal(number, reading.Number!.Value.Value);
    }

    [Theory]
    [InlineData("530199761329001", "ID_DATE")]
    [InlineData("530199197602290010", "ID_SHAPE")]
    [InlineData("53019976022900X", "ID_SHAPE")]
    [InlineData(null, "ID_SHAPE")]
    public void An_archive_number_that_cannot_be_is_not_converted(string? legacy, string code)
    {
        var reading = IdNumber.ConvertLegacy(legacy, Rules);

        Assert.Null(reading.Number);
        Assert.Equal(code, Assert.Single(reading.Findings).Code);
    }

    [Theory]
    [InlineData("530102")]
    [InlineData("530100")]
    [InlineData("530121")]
    [InlineData("530200")]
    [InlineData("530202")]
    [InlineData("532231")]
    [InlineData("530327")]
    [InlineData("110105")]
    [InlineData("710000")]
    [InlineData("830000")]
    public void An_area_of_today_or_of_the_past_is_known(string area) =>
        Assert.Empty(IdNumber.Read(Someone(area), RealData).Findings);

    [Theory]
    [InlineData("530198")]
    [InlineData("530104")]
    [InlineData("000000")]
    [InlineData("990101")]
    public void An_area_that_never_existed_is_remarked_on_and_accepted(string area)
    {
        var reading = IdNumber.Read(Someone(area), RealData);

        var finding = Assert.Single(reading.Findings);
        Assert.Equal("ID_AREA_UNKNOWN", finding.Code);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.True(reading.IsAccepted);
    }

    [Fact]
    public void Invented_people_are_refused_where_real_data_are_kept()
    {
        var reading = IdNumber.Read(Someone("530199"), RealData);

        Assert.False(reading.IsAccepted);
        Assert.Equal("ID_AREA_UNKNOWN", Assert.Single(reading.Findings).Code);
    }

    [Fact]
    public void A_double_error_can_pass_so_that_a_valid_number_proves_nobody()
    {
        Assert.True(IdNumber.Read("53019919681105014X", Rules).IsAccepted);
        Assert.True(IdNumber.Read("53019919681105284X", Rules).IsAccepted);
    }

    [Theory]
    [InlineData(Sex.Male, "1976-02-29")]
    [InlineData(Sex.Male, "1976")]
    [InlineData(null, "1976-02")]
    [InlineData(Sex.Male, null)]
    [InlineData(null, null)]
    [InlineData(Sex.Female, "1976-02-29", "ID_SEX_MISMATCH")]
    [InlineData(Sex.Male, "1976-02-28", "ID_BIRTH_MISMATCH")]
    [InlineData(Sex.Female, "1975", "ID_SEX_MISMATCH", "ID_BIRTH_MISMATCH")]
    public void What_was_stated_is_held_against_the_number(Sex? sex, string? birthDate, params string[] codes)
    {
        var number = IdNumber.FromStore("530199197602290010");

        var findings = number.CompareWith(sex, birthDate is null ? null : PartialDate.FromStore(birthDate));

        Assert.Equal(codes, findings.Select(finding => finding.Code));
        Assert.All(findings, finding => Assert.Equal(Severity.Review, finding.Severity));
    }

    [Fact]
    public void A_composed_number_reads_back() =>
        AnyNumber.Sample(number => IdNumber.Read(number.Value, Rules).Number == number);

    [Fact]
    public void Every_single_wrong_character_is_caught() =>
        Gen.Select(AnyNumber, Gen.Int[0, 17], Gen.Int[0, 10]).Sample((number, place, index) =>
        {
            var wrong = number.Value.ToCharArray();
            wrong[place] = "0123456789X"[index];
            return wrong[place] == number.Value[place] || !IdNumber.Read(new string(wrong), Rules).IsAccepted;
        });

    [Fact]
    public void Every_swap_of_neighbours_is_caught() =>
        Gen.Select(AnyNumber, Gen.Int[0, 16]).Sample((number, place) =>
        {
            var wrong = number.Value.ToCharArray();
            (wrong[place], wrong[place + 1]) = (wrong[place + 1], wrong[place]);
            return wrong[place] == wrong[place + 1] || !IdNumber.Read(new string(wrong), Rules).IsAccepted;
        });

    [Fact]
    public void Any_text_at_all_is_read_without_a_bug() =>
        Gen.String.Sample(text => IdNumber.Read(text, Rules).Findings.Count + IdNumber.ConvertLegacy(text, Rules).Findings.Count > 0);

    [Theory]
    [InlineData("53019", 1)]
    [InlineData("53019X", 1)]
    [InlineData("530199", -1)]
    [InlineData("530199", 1000)]
    public void A_number_is_not_composed_of_impossible_parts(string area, int sequence) =>
        Assert.ThrowsAny<ArgumentException>(() => IdNumber.Compose(area, Today, sequence));

    [Fact]
    public void The_value_never_shows_in_text_for_logs()
    {
        var reading = IdNumber.Read("530199197602290010", Rules);

        Assert.DoesNotContain("1976", reading.Number.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("1976", reading.ToString(), StringComparison.Ordinal);
    }

    private static string Someone(string area) => IdNumber.Compose(area, new DateOnly(1905, 7, 8), 42).Value;
}
