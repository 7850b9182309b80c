using Domain.Shared;
using SharingApi.Files;

namespace SharingApi.Notices.Intake;

/// <summary>The two kinds of files that notices come in, told apart by their names.</summary>
internal static class NoticeFiles
{
    private static readonly Refusal UnknownKind = new(
        "INTAKE_FILE_KIND", "A file of notices is named .ndjson or .csv: that says how it is read.");

    /// <summary>The lines of an open file, read as they are asked for; or why it cannot be read as a whole.</summary>
    /// <param name="name">Its name, of which the ending counts.</param>
    /// <param name="file">Seekable.</param>
    public static Outcome<NoticeLines> Read(string name, Stream file) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".NDJSON" => new NoticeLines(JsonNotices.Read(file)),
        ".CSV" => CsvNotices.Read(CsvFile.Open(file)),
        _ => UnknownKind,
    };
}

/// <summary>The lines of a file of notices, to be read once.</summary>
internal sealed record NoticeLines(IEnumerable<NoticeLine> All);
