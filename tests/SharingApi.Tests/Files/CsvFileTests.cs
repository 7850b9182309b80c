using System.Text;
using SharingApi.Files;

namespace SharingApi.Tests.Files;

/// <summary>A file is read line by line: what is wrong with one is said of that one, and the others are read.</summary>
public sealed class CsvFileTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [Fact]
    public void Fields_may_be_quoted_and_run_over_lines()
    {
        var rows = Rows("a,b\r\n1,\"x, \"\"y\"\"\"\r\n\r\n2,\"first\r\nsecond\"\r\n3,last");

        Assert.Equal(["2: 1|x, \"y\"", "4: 2|first\nsecond", "6: 3|last"], rows);
    }

    [Theory]
    [InlineData("1,\"open\n2,two\n3,three", "FILE_QUOTES")]
    [InlineData("1,one\"s\n2,two\n3,three", "FILE_QUOTES")]
    [InlineData("1,\"a\" b\n2,two\n3,three", "FILE_QUOTES")]
    [InlineData("1\n2,two\n3,three", "FILE_COLUMNS")]
    [InlineData("1,one,more\n2,two\n3,three", "FILE_COLUMNS")]
    public void A_fault_is_confined_to_its_own_line(string lines, string code) =>
        Assert.Equal([$"2: {code}", "3: 2|two", "4: 3|three"], Rows("a,b\n" + lines));

    [Fact]
    public void A_quotation_mark_that_a_later_line_seems_to_close_takes_no_line_with_it() =>
        Assert.Equal(
            ["2: FILE_QUOTES", "3: 2|two", "4: FILE_QUOTES", "5: 4|four"],
            Rows("a,b\n1,\"open\n2,two\n3,\"three\n4,four"));

    [Fact]
    public void Both_encodings_are_read_with_or_without_a_mark()
    {
        const string Text = "a,b\n1,阿依·吐尔𠮷\n2,䶮";
        string[] expected = ["2: 1|阿依·吐尔𠮷", "3: 2|䶮"];

        Assert.Equal(expected, Rows(Encoding.UTF8.GetBytes(Text)));
        Assert.Equal(expected, Rows([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text)]));
        Assert.Equal(expected, Rows(Gb18030.GetBytes(Text)));
    }

    [Fact]
    public void A_line_in_another_encoding_is_refused_alone()
    {
        byte[] file =
        [
            .. Encoding.UTF8.GetBytes("a,b\n1,张三\n2,"), .. Gb18030.GetBytes("李四"), .. Encoding.UTF8.GetBytes("\n3,王五\n"),
        ];

        Assert.Equal(["2: 1|张三", "3: FILE_ENCODING", "4: 3|王五"], Rows(file));
    }

    [Fact]
    public void A_line_of_a_hundred_megabytes_is_refused_by_its_number_and_never_held()
    {
        using var file = new LongLine(100 * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var rows = CsvFile.Open(file).Rows().Select(Shown).ToList();

        Assert.Equal(["2: 1|one", "3: FILE_LINE_TOO_LONG", "4: 3|three"], rows);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * 1024 * 1024);
    }

    private static List<string> Rows(string text) => Rows(Encoding.UTF8.GetBytes(text));

    private static List<string> Rows(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return [.. CsvFile.Open(file).Rows().Select(Shown)];
    }

    private static string Shown(CsvRow row) =>
        $"{row.Line}: {(row.Fields is { } fields ? string.Join('|', fields) : row.Fault!.Code)}";

    /// <summary>A file whose third line is too long to lie in memory.</summary>
    private sealed class LongLine(long length) : Stream
    {
        private static readonly byte[] Start = Encoding.ASCII.GetBytes("a,b\n1,one\n2,");

        private static readonly byte[] End = Encoding.ASCII.GetBytes("\n3,three\n");

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => Start.Length + length + End.Length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, Length - Position);
            for (var i = 0; i < count; i++)
            {
                buffer[i] = At(Position++);
            }

            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = offset;

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private byte At(long position) =>
            position < Start.Length ? Start[position]
            : position < Start.Length + length ? (byte)'x'
            : End[position - Start.Length - length];
    }
}
