using Domain.Shared;

namespace SharingApi.Files;

/// <summary>What can be wrong with a line before anybody asks what it says. None of them refuses another line.</summary>
internal static class FileFindings
{
    public static readonly Finding LineTooLong = Error("FILE_LINE_TOO_LONG",
        "A line has at most 65,536 bytes.");

    public static readonly Finding Encoding = Error("FILE_ENCODING",
        "The line is no text in the encoding of the file, which is UTF-8 or GB 18030 throughout.");

    public static readonly Finding Quotes = Error("FILE_QUOTES",
        "A field that is opened by a quotation mark is closed by one, within 20 lines; marks inside it are doubled.");

    public static readonly Finding Columns = Error("FILE_COLUMNS",
        "The line has more or fewer fields than the header.");

    public static readonly Finding Json = Error("FILE_JSON",
        "The line is no JSON object with the fields of a notice or of a withdrawal.");

    public static readonly Finding Value = Error("FILE_VALUE",
        "The value is none of those that this field can have.");

    public static readonly Finding NoNotice = Error("FILE_NO_NOTICE",
        "The line withdraws something itself, or has no message id: there is nothing in it to withdraw.");

    /// <summary>All of them, in the order above.</summary>
    public static readonly IReadOnlyList<Finding> All = [LineTooLong, Encoding, Quotes, Columns, Json, Value, NoNotice];

    private static Finding Error(string code, string message) => new(code, Severity.Error, null, message);
}
