using CsCheck;
using Domain.Persons;

namespace Domain.Tests.Persons;

public sealed class PartialDateTests
{
    private static readonly Gen<PartialDate> AnyDate = Gen.Select(
        Gen.Int[DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber],
        Gen.Int[0, 2],
        static (day, coarseness) =>
        {
            var date = PartialDate.Of(DateOnly.FromDayNumber(day));
            return coarseness switch { 0 => date, 1 => date.ToMonth(), _ => date.ToYear() };
        });

    [Theory]
    [InlineData("2026", DatePrecision.Year, "2026-01-01", "2026-12-31")]
    [InlineData("2026-05", DatePrecision.Month, "2026-05-01", "2026-05-31")]
    [InlineData("2024-02", DatePrecision.Month, "2024-02-01", "2024-02-29")]
    [InlineData("2026-05-01", DatePrecision.Day, "2026-05-01", "2026-05-01")]
    [InlineData("2024-02-29", DatePrecision.Day, "2024-02-29", "2024-02-29")]
    [InlineData("9999-12-31", DatePrecision.Day, "9999-12-31", "9999-12-31")]
    public void A_date_knows_how_exact_it_is_and_what_it_can_mean(
        string text, DatePrecision precision, string earliest, string latest)
    {
        var date = PartialDate.Read(text).Date!.Value;

        Assert.Equal(text, date.Text);
        Assert.Equal(precision, date.Precision);
        Assert.Equal(earliest, PartialDate.Of(date.Earliest).Text);
        Assert.Equal(latest, PartialDate.Of(date.Latest).Text);
    }

    [Theory]
    [InlineData(null, "DATE_SHAPE")]
    [InlineData("", "DATE_SHAPE")]
    [InlineData("26", "DATE_SHAPE")]
    [InlineData("2026-5", "DATE_SHAPE")]
    [InlineData("2026-5-01", "DATE_SHAPE")]
    [InlineData("2026/05/01", "DATE_SHAPE")]
    [InlineData("20260501", "DATE_SHAPE")]
    [InlineData("2026-05-01T00:00", "DATE_SHAPE")]
    [InlineData(" 2026-05", "DATE_SHAPE")]
    [InlineData("２０２６", "DATE_SHAPE")]
    [InlineData("2026-", "DATE_SHAPE")]
    [InlineData("2026-13", "DATE_IMPOSSIBLE")]
    [InlineData("2026-00", "DATE_IMPOSSIBLE")]
    [InlineData("2026-02-29", "DATE_IMPOSSIBLE")]
    [InlineData("1900-02-29", "DATE_IMPOSSIBLE")]
    [InlineData("2026-04-31", "DATE_IMPOSSIBLE")]
    [InlineData("2026-04-00", "DATE_IMPOSSIBLE")]
    [InlineData("0000", "DATE_IMPOSSIBLE")]
    public void What_is_no_date_is_refused(string? text, string code)
    {
        var reading = PartialDate.Read(text);

        Assert.False(reading.IsAccepted);
        Assert.Equal(code, Assert.Single(reading.Findings).Code);
    }

    [Theory]
    [InlineData("2026", "2026-05-01", true)]
    [InlineData("2026-05", "2026-05-01", true)]
    [InlineData("2026-05-01", "2026-05-01", true)]
    [InlineData("2026-05-01", "2026", true)]
    [InlineData("2026-05", "2026-06-01", false)]
    [InlineData("2026-05-01", "2026-05-02", false)]
    [InlineData("2025", "2026-05-01", false)]
    public void Dates_agree_at_the_coarser_precision(string one, string other, bool agree)
    {
        Assert.Equal(agree, PartialDate.FromStore(one).AgreesWith(PartialDate.FromStore(other)));
        Assert.Equal(agree, PartialDate.FromStore(other).AgreesWith(PartialDate.FromStore(one)));
    }

    [Fact]
    public void Two_dates_agree_exactly_when_they_share_a_day() =>
        Gen.Select(AnyDate, AnyDate).Sample((one, other) =>
            one.AgreesWith(other) == (one.Earliest <= other.Latest && other.Earliest <= one.Latest));

    [Theory]
    [InlineData("2026-05-01", "2026-05", "2026")]
    [InlineData("2026-05", "2026-05", "2026")]
    [InlineData("2026", "2026", "2026")]
    public void A_date_is_made_coarser_never_finer(string date, string month, string year)
    {
        Assert.Equal(month, PartialDate.FromStore(date).ToMonth().Text);
        Assert.Equal(year, PartialDate.FromStore(date).ToYear().Text);
    }

    [Fact]
    public void The_year_comes_before_its_months_and_they_before_their_days()
    {
        string[] ordered = ["2025-12-31", "2026", "2026-01", "2026-01-01", "2026-01-31", "2026-02", "2027"];

        Assert.Equal(ordered, ordered.Reverse().Select(PartialDate.FromStore).Order().Select(date => date.Text));
    }

    [Fact]
    public void The_order_of_dates_is_the_order_of_their_texts() =>
        Gen.Select(AnyDate, AnyDate).Sample((one, other) =>
            Math.Sign(one.CompareTo(other)) == Math.Sign(string.CompareOrdinal(one.Text, other.Text)) &&
            one < other == one.CompareTo(other) < 0 && one >= other == one.CompareTo(other) >= 0 &&
            (one.CompareTo(other) == 0) == (one == other) &&
            (one.Precision != other.Precision || one.Earliest.CompareTo(other.Earliest) == Math.Sign(one.CompareTo(other))));

    [Fact]
    public void A_date_reads_back_from_its_text() =>
        AnyDate.Sample(date => PartialDate.Read(date.Text).Date == date);

    [Fact]
    public void Any_text_at_all_is_read_without_a_bug() =>
        Gen.String.Sample(text => PartialDate.Read(text).IsAccepted == (PartialDate.Read(text).Findings.Count == 0));
}
