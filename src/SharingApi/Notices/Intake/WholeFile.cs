using System.Security.Cryptography;
using System.Text;
using Domain.Notices;
using SharingApi.Files;

namespace SharingApi.Notices.Intake;

/// <summary>Takes a file of notices back as a whole: every line of it becomes the withdrawal of the notice that it brought.</summary>
internal static class WholeFile
{
    /// <summary>The withdrawals, line by line. Their ids follow from those of the notices, so that a repeat has no effect.</summary>
    /// <param name="lines">The lines of the file as it was brought.</param>
    /// <param name="reason">Why, in the sender's words.</param>
    public static IEnumerable<NoticeLine> Withdrawn(IEnumerable<NoticeLine> lines, string reason) => lines.Select(line => line.Message switch
    {
        SentNotice { MessageId.Length: > 0 } notice => NoticeLine.Of(line.Line, new Withdrawal(IdOf(notice.MessageId), notice.MessageId, reason)),
        null => line,
        _ => NoticeLine.Refused(line.Line, FileFindings.NoNotice),
    });

    private static string IdOf(string messageId) =>
        $"withdraws-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)))}";
}
