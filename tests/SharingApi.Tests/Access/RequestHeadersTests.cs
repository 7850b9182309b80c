using Domain.Access;
using Domain.Shared;
using Microsoft.Extensions.Primitives;
using SharingApi.Access;

namespace SharingApi.Tests.Access;

public sealed class RequestHeadersTests
{
    [Fact]
    public void Every_purpose_is_read_by_its_name() =>
        Assert.All(Enum.GetValues<Purpose>(), purpose =>
        {
            Assert.Null(RequestHeaders.ReadPurpose(ApiName.Of(purpose), out var read));
            Assert.Equal(purpose, read);
        });

    [Theory]
    [InlineData("")]
    [InlineData("subsidy")]
    [InlineData("Subsidy")]
    [InlineData("0")]
    [InlineData("EVERYTHING")]
    [InlineData("SUBSIDY,ASSIST")]
    [InlineData("SUBSIDY", "ASSIST")]
    [InlineData("SUBSIDY", "SUBSIDY")]
    public void Anything_but_one_known_purpose_is_refused(params string[] header)
    {
        Assert.Equal("AUTH_PURPOSE_UNKNOWN", RequestHeaders.ReadPurpose(new StringValues(header), out var purpose)?.Code);
        Assert.Null(purpose);
    }

    [Fact]
    public void No_header_is_no_purpose_and_no_file()
    {
        Assert.Null(RequestHeaders.ReadPurpose(StringValues.Empty, out var purpose));
        Assert.Null(RequestHeaders.ReadCase(StringValues.Empty, out var reference));
        Assert.Equal((null, null), (purpose, reference));
    }

    [Theory]
    [InlineData("昆残联〔2026〕12号")]
    [InlineData("2026/11-24 #7")]
    [InlineData("𠮷-1")]
    public void A_file_reference_is_kept_as_sent(string reference)
    {
        Assert.Null(RequestHeaders.ReadCase(reference, out var read));
        Assert.Equal(reference, read);
    }

    [Theory]
    [InlineData("a\tb")]
    [InlineData("a\u202eb")]
    [InlineData("a\ud842")]
    [InlineData("a\ufffd")]
    [InlineData("one", "two")]
    public void A_file_reference_that_cannot_be_printed_is_refused(params string[] header) =>
        Assert.Equal("REQUEST_INVALID", RequestHeaders.ReadCase(new StringValues(header), out _)?.Code);

    [Fact]
    public void A_file_reference_has_at_most_a_hundred_characters()
    {
        Assert.Null(RequestHeaders.ReadCase(new string('x', 100), out _));
        Assert.Equal("REQUEST_INVALID", RequestHeaders.ReadCase(new string('x', 101), out _)?.Code);
    }
}
