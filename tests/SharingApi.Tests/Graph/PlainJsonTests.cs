using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using SharingApi.Graph.Execution;

namespace SharingApi.Tests.Graph;

public sealed class PlainJsonTests
{
    [Theory]
    [InlineData("赵·阿诗玛 𠮷")]
    [InlineData("<b>&'+\u007F\u2028\uE863")]
    public void Characters_that_JSON_does_not_forbid_are_written_as_they_are(string text) =>
        Assert.Equal($"\"{text}\"", Written(text));

    [Theory]
    [InlineData("\"\\/\b\f\n\r\t\u0001", """
        "\"\\/\b\f\n\r\t\u0001"
        """)]
    [InlineData("𠮷\n𠮷", """
        "𠮷\n𠮷"
        """)]
    public void Characters_that_JSON_forbids_are_escaped(string text, string expected) => Assert.Equal(expected, Written(text));

    [Theory]
    [InlineData("a\uD842")]
    [InlineData("\uDFB7a")]
    [InlineData("𠮷\uD842\uD842")]
    public void Half_a_surrogate_pair_becomes_the_replacement_character(string text) =>
        Assert.Contains("\uFFFD", Written(text), StringComparison.Ordinal);

    [Fact]
    public void What_is_written_is_read_back_whatever_it_is() =>
        Gen.OneOf("𠮷", "赵", "\"", "\\", "\n", "\u0000", "a", "\u001F", "é").Array[0, 40].Select(string.Concat).Sample(text =>
        {
            Assert.Equal(text, JsonSerializer.Deserialize<string>(Written(text)));
            Assert.Equal(text, JsonSerializer.Deserialize<string>(WrittenAsUtf8(text)));
        });

    private static string Written(string text) => Write(json => json.WriteStringValue(text));

    private static string WrittenAsUtf8(string text) => Write(json => json.WriteStringValue(Encoding.UTF8.GetBytes(text)));

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, PlainJson.Writing))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
