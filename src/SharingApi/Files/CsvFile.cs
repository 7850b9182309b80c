using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Domain.Shared;

namespace SharingApi.Files;

/// <summary>A CSV file (RFC 4180) of any size, read record by record, each fault confined to its own line.</summary>
/// <remarks>
/// A library that reads the whole stream would take a quotation mark that is missing on one line from all that follow. So
/// records are cut here, on the bytes, and the library takes one apart at a time; what turns out to be no record of several
/// lines is given back but for its first.
/// </remarks>
internal sealed class CsvFile
{
    private const int MostLinesOfARecord = 20;
    private const byte Quote = (byte)'"';

    private static readonly CsvConfiguration Rules = new(CultureInfo.InvariantCulture)
    {
        HasHeaderRecord = false,
        IgnoreBlankLines = false,
        BufferSize = 1024,
        CacheFields = false,
    };

    private readonly LineReader _lines;
    private readonly Encoding _encoding;
    private readonly Stack<FileLine> _givenBack = [];

    private CsvFile(LineReader lines, Encoding encoding)
    {
        (_lines, _encoding) = (lines, encoding);
        var header = NextRow(fields: null);
        Header = [.. (header?.Fields ?? []).Select(name => name.Trim())];
    }

    /// <summary>The names in the first line, trimmed; empty where that cannot be read.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="file">Seekable, because its encoding is found by looking at it.</param>
    public static CsvFile Open(Stream file)
    {
        var encoding = FileEncoding.Of(file);
        return new(new LineReader(file), encoding);
    }

    /// <summary>Every record after the header, once.</summary>
    public IEnumerable<CsvRow> Rows()
    {
        while (NextRow(Header.Count) is { } row)
        {
            yield return row;
        }
    }

    private CsvRow? NextRow(int? fields)
    {
        FileLine first;
        do
        {
            if (NextLine() is not { } line)
            {
                return null;
            }

            first = line;
        }
        while (first.Bytes is []);

        if (first.Bytes is null)
        {
            return CsvRow.Refused(first.Number, FileFindings.LineTooLong);
        }

        List<FileLine> lines = [first];
        var fault = TryRead(lines, fields, out var record);
        if (record is not null)
        {
            return CsvRow.Of(first.Number, record);
        }

        for (var i = lines.Count - 1; i > 0; i--)
        {
            _givenBack.Push(lines[i]);
        }

        return CsvRow.Refused(first.Number, fault!);
    }

    private Finding? TryRead(List<FileLine> lines, int? fields, out string[]? record)
    {
        record = null;
        if (!CloseQuotes(lines))
        {
            return FileFindings.Quotes;
        }

        if (_encoding.TextOrNull(Joined(lines)) is not { } text)
        {
            return FileFindings.Encoding;
        }

        if (!TrySplit(text, out var split))
        {
            return FileFindings.Quotes;
        }

        if (fields is { } count && split.Length != count)
        {
            return FileFindings.Columns;
        }

        record = split;
        return null;
    }

    /// <summary>Adds the lines that a quoted field goes on over; false where it does not end in time.</summary>
    private bool CloseQuotes(List<FileLine> lines)
    {
        var (isOpen, size) = (false, 0);
        for (var i = 0; ; i++)
        {
            isOpen ^= lines[i].Bytes!.AsSpan().Count(Quote) % 2 == 1;
            size += lines[i].Bytes!.Length + 1;
            if (!isOpen)
            {
                return true;
            }

            if (lines.Count == MostLinesOfARecord || size > LineReader.Longest || NextLine() is not { } next)
            {
                return false;
            }

            if (next.Bytes is null)
            {
                _givenBack.Push(next);
                return false;
            }

            lines.Add(next);
        }
    }

    private static byte[] Joined(List<FileLine> lines) => lines switch
    {
        [var only] => only.Bytes!,
        _ => [.. lines.SelectMany((line, i) => i == 0 ? line.Bytes! : [(byte)'\n', .. line.Bytes!])],
    };

    private static bool TrySplit(string text, [NotNullWhen(true)] out string[]? fields)
    {
        try
        {
            using var parser = new CsvParser(new StringReader(text), Rules);
            fields = parser.Read() ? parser.Record : null;
            return fields is not null && !parser.Read();
        }
        catch (BadDataException)
        {
            fields = null;
            return false;
        }
    }

    private FileLine? NextLine() => _givenBack.TryPop(out var line) ? line : _lines.Next();
}
