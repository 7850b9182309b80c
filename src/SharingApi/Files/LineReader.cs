using System.Buffers;

namespace SharingApi.Files;

/// <summary>Cuts a stream into lines without holding more than one of them, and of a line that is too long nothing.</summary>
/// <remarks>
/// Works on bytes: in UTF-8 and in GB 18030 neither a line break nor a quotation mark is ever part of another character.
/// </remarks>
internal sealed class LineReader(Stream stream)
{
    /// <summary>Bytes of the longest line that is taken.</summary>
    public const int Longest = 64 * 1024;

    private const int BufferSize = 64 * 1024;
    private const byte Return = (byte)'\r';
    private const byte Feed = (byte)'\n';

    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly ArrayBufferWriter<byte> _line = new();
    private int _start;
    private int _end;
    private int _number;

    /// <summary>The next line, or null at the end.</summary>
    public FileLine? Next()
    {
        _line.ResetWrittenCount();
        var isTooLong = false;
        var isStarted = false;
        while (_start < _end || Fill())
        {
            isStarted = true;
            var rest = _buffer.AsSpan(_start, _end - _start);
            var feed = rest.IndexOf(Feed);
            var part = feed < 0 ? rest : rest[..feed];
            isTooLong |= _line.WrittenCount + part.Length > Longest;
            if (!isTooLong)
            {
                _line.Write(part);
            }

            _start += feed < 0 ? part.Length : part.Length + 1;
            if (feed >= 0)
            {
                break;
            }
        }

        return isStarted ? new FileLine(++_number, isTooLong ? null : WithoutReturn()) : null;
    }

    private byte[] WithoutReturn()
    {
        var line = _line.WrittenSpan;
        return (line is [.., Return] ? line[..^1] : line).ToArray();
    }

    private bool Fill()
    {
        _start = 0;
        _end = stream.Read(_buffer);
        return _end > 0;
    }
}
