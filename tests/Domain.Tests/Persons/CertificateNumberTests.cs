using CsCheck;
using Domain.Persons;

namespace Domain.Tests.Persons;

public sealed class CertificateNumberTests
{
    private static readonly IdNumberRules Rules = new(new DateOnly(2026, 11, 24), AllowSyntheticArea: true);

    [Theory]
    [InlineData("53019919760229001043", DisabilityCategory.Physical, 3, 0)]
    [InlineData("53019919681105014X72B1", DisabilityCategory.Multiple, 2, 1)]
    [InlineData("53019919681105014X11B999", DisabilityCategory.Visual, 1, 999)]
    [InlineData(" 53019919681105014x24\t", DisabilityCategory.Hearing, 4, 0)]
    [InlineData("５３０１９９１９７６０２２９００１０４３", DisabilityCategory.Physical, 3, 0)]
    public void A_number_is_taken_apart(string text, DisabilityCategory category, int level, int replacements)
    {
        var reading = CertificateNumber.Read(text, Rules);

        Assert.Empty(reading.Findings);
        var number = reading.Number!.Value;
        Assert.Equal(category, number.Category);
        Assert.Equal(level, number.Level);
        Assert.Equal(replacements, number.Replacements);
    }

    [Theory]
    [InlineData("5301991976022900102", "CERT_SHAPE")]
    [InlineData("530199197602290010433", "CERT_SHAPE")]
    [InlineData("53019919760229001043C1", "CERT_SHAPE")]
    [InlineData("", "CERT_SHAPE")]
    [InlineData(null, "CERT_SHAPE")]
    [InlineData("53019919681105014X80", "CERT_CATEGORY", "CERT_LEVEL")]
    [InlineData("53019919760229001003", "CERT_CATEGORY")]
    [InlineData("530199197602290010X3", "CERT_CATEGORY")]
    [InlineData("53019919760229001045", "CERT_LEVEL")]
    [InlineData("53019919760229001043B", "CERT_REPLACEMENT")]
    [InlineData("53019919760229001043B0", "CERT_REPLACEMENT")]
    [InlineData("53019919760229001043B01", "CERT_REPLACEMENT")]
    [InlineData("53019919760229001043B1000", "CERT_REPLACEMENT")]
    [InlineData("53019919760229001043B 1", "CERT_REPLACEMENT")]
    [InlineData("53019919760229001043B-1", "CERT_REPLACEMENT")]
    [InlineData("53019919760229001143", "ID_CHECK")]
    [InlineData("5301991976022900X043", "ID_SHAPE")]
    [InlineData("53019919771301005043", "ID_DATE")]
    [InlineData("53019919760229001185B0", "ID_CHECK", "CERT_CATEGORY", "CERT_LEVEL", "CERT_REPLACEMENT")]
    public void A_wrong_number_is_refused_with_every_reason(string? text, params string[] codes)
    {
        var reading = CertificateNumber.Read(text, Rules);

        Assert.Equal(codes, reading.Findings.Select(finding => finding.Code));
        Assert.False(reading.IsAccepted);
    }

    [Fact]
    public void A_bare_B_of_an_old_archive_is_the_first_replacement()
    {
        Assert.Equal(1, CertificateNumber.ReadArchive("53019919760229001043B", Rules).Number!.Value.Replacements);
        Assert.Equal("53019919760229001043B1", CertificateNumber.ReadArchive("53019919760229001043B", Rules).Number!.Value.Text);
        Assert.Equal(2, CertificateNumber.ReadArchive("53019919760229001043B2", Rules).Number!.Value.Replacements);
        Assert.Equal(0, CertificateNumber.ReadArchive("53019919760229001043", Rules).Number!.Value.Replacements);
    }

    [Theory]
    [InlineData("530199197602290010", DisabilityCategory.Physical, 3)]
    [InlineData("53019919681105014X", DisabilityCategory.Physical, 3, "CERT_ID_MISMATCH")]
    [InlineData("530199197602290010", DisabilityCategory.Mental, 3, "CERT_CATEGORY_MISMATCH")]
    [InlineData("530199197602290010", DisabilityCategory.Physical, 2, "CERT_LEVEL_MISMATCH")]
    public void A_number_must_say_what_the_certificate_says(string id, DisabilityCategory category, int level, params string[] codes)
    {
        var number = CertificateNumber.Read("53019919760229001043", Rules).Number!.Value;

        var findings = number.CompareWith(IdNumber.FromStore(id), category, level);

        Assert.Equal(codes, findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Replacements_are_counted_without_gaps()
    {
        var second = CertificateNumber.Read("53019919760229001043B2", Rules).Number!.Value;

        Assert.Null(second.CompareWithLast(1));
        Assert.Equal("CERT_REPLACEMENT_ORDER", second.CompareWithLast(0)!.Code);
        Assert.Equal("CERT_REPLACEMENT_ORDER", second.CompareWithLast(2)!.Code);
    }

    [Fact]
    public void A_composed_number_reads_back() =>
        Gen.Select(Gen.Int[1, 7], Gen.Int[1, 4], Gen.Int[0, 999]).Sample((category, level, replacements) =>
        {
            var id = IdNumber.FromStore("53019919681105014X");
            var text = CertificateNumber.Compose(id, (DisabilityCategory)category, level, replacements);
            var number = CertificateNumber.Read(text, Rules).Number!.Value;
            return number.Text == text && number.IdNumber == id && (int)number.Category == category &&
                number.Level == level && number.Replacements == replacements;
        });

    [Fact]
    public void Composing_into_a_buffer_allocates_nothing()
    {
        Span<char> buffer = stackalloc char[CertificateNumber.MaxLength];
        CertificateNumber.Compose("53019919681105014X", DisabilityCategory.Multiple, 2, 1, buffer);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var length = CertificateNumber.Compose("53019919681105014X", DisabilityCategory.Multiple, 2, 12, buffer);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal("53019919681105014X72B12", new string(buffer[..length]));
    }

    [Fact]
    public void Any_text_at_all_is_read_without_a_bug() =>
        Gen.String.Sample(text => CertificateNumber.Read(text, Rules).Findings.Count > 0);

    [Fact]
    public void The_value_never_shows_in_text_for_logs()
    {
        var reading = CertificateNumber.Read("53019919760229001043", Rules);

        Assert.DoesNotContain("1976", reading.ToString(), StringComparison.Ordinal);
        Assert.Equal("CertificateNumber", reading.Number!.Value.ToString());
    }
}
