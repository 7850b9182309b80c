using System.Buffers;
using System.Globalization;

namespace SharingApi.Graph.Limits;

/// <summary>
/// Counts what a document is made of in one pass over its characters, before any parser sees it. The parser recurses, so
/// depth must be known first: 20,000 open brackets would end the process.
/// </summary>
/// <remarks>
/// The scan understands just enough to count. What is not GraphQL passes through and is refused by the parser, which stops
/// at the first fault: up to there the counts are exact.
/// </remarks>
internal ref struct TokenScan
{
    private static readonly SearchValues<char> OfNames =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.eE+-");

    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private int _selections;
    private int _values;
    private bool _inArguments;

    private TokenScan(ReadOnlySpan<char> text) => _text = text;

    public int Tokens { get; private set; }

    public int Directives { get; private set; }

    /// <summary>Characters of the longest line, whatever stands in it.</summary>
    public int LongestLine { get; private set; }

    /// <summary>Deepest nesting of lists and objects within parentheses.</summary>
    public int ValueDepth { get; private set; }

    /// <summary>Deepest nesting of braces outside parentheses.</summary>
    public int SelectionDepth { get; private set; }

    /// <summary>True where a string escapes a NUL or half a surrogate pair: no database takes them.</summary>
    public bool HasForbiddenEscape { get; private set; }

    /// <summary>True where a string does not end on its line: the parser would spend seconds on a long one before it says so.</summary>
    public bool HasOpenString { get; private set; }

    public static TokenScan Of(ReadOnlySpan<char> text)
    {
        var scan = new TokenScan(text) { LongestLine = LongestOf(text) };
        while (scan._at < text.Length)
        {
            scan.Next();
        }

        return scan;
    }

    private static int LongestOf(ReadOnlySpan<char> text)
    {
        var longest = 0;
        while (text.IndexOfAny('\r', '\n') is var end and >= 0)
        {
            longest = Math.Max(longest, end);
            text = text[(end + 1)..];
        }

        return Math.Max(longest, text.Length);
    }

    private void Next()
    {
        var c = _text[_at];
        switch (c)
        {
            case ' ' or '\t' or '\r' or '\n' or ',' or '\uFEFF':
                _at++;
                return;
            case '#':
                Skip(_text[_at..].IndexOfAny('\r', '\n'));
                return;
            case '"':
                SkipString();
                break;
            case >= '0' and <= '9' or '-':
                Skip(_text[_at..].IndexOfAnyExcept(OfNumbers));
                break;
            case '.':
                Skip(_text[_at..].IndexOfAnyExcept('.'));
                break;
            default:
                if (OfNames.Contains(c))
                {
                    Skip(_text[_at..].IndexOfAnyExcept(OfNames));
                }
                else
                {
                    Punctuator(c);
                }

                break;
        }

        Tokens++;
    }

    private void Punctuator(char c)
    {
        _at++;
        switch (c)
        {
            case '@':
                Directives++;
                break;
            case '(':
                _inArguments = true;
                _values = 0;
                break;
            case ')':
                _inArguments = false;
                break;
            case '[' or '{' when _inArguments:
                ValueDepth = Math.Max(ValueDepth, ++_values);
                break;
            case '[' or '{':
                SelectionDepth = Math.Max(SelectionDepth, ++_selections);
                break;
            case ']' or '}' when _inArguments:
                _values--;
                break;
            case ']' or '}':
                _selections--;
                break;
        }
    }

    private void SkipString()
    {
        if (_text[_at..].StartsWith("\"\"\""))
        {
            _at += 3;
            SkipBlock();
            return;
        }

        _at++;
        var high = false;
        while (_at < _text.Length && _text[_at] is not ('"' or '\r' or '\n'))
        {
            var unit = _text[_at] == '\\' ? ReadEscape() : _text[_at++];
            HasForbiddenEscape |= unit == 0 || high != char.IsLowSurrogate((char)unit);
            high = char.IsHighSurrogate((char)unit);
        }

        HasForbiddenEscape |= high;
        HasOpenString |= _at >= _text.Length || _text[_at] != '"';
        _at++;
    }

    /// <summary>Reads an escape of a string; any but <c>\u</c> stands for a harmless character.</summary>
    private int ReadEscape()
    {
        var escape = _text[_at..];
        if (escape.Length >= 6 && escape[1] == 'u' &&
            ushort.TryParse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            _at += 6;
            return unit;
        }

        _at += 2;
        return ' ';
    }

    /// <summary>Goes past the end of a block string, where only three quotes can be escaped.</summary>
    private void SkipBlock()
    {
        while (_at < _text.Length && _text[_at..].IndexOf("\"\"\"") is var quotes and >= 0)
        {
            var isEscaped = quotes > 0 && _text[_at + quotes - 1] == '\\';
            _at += quotes + 3;
            if (!isEscaped)
            {
                return;
            }
        }

        HasOpenString = true;
        _at = _text.Length;
    }

    /// <summary>Goes on by so many characters; to the end where the length is negative: nothing was found.</summary>
    private void Skip(int length) => _at = length < 0 ? _text.Length : _at + length;
}
