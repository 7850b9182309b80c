using Domain.Shared;

namespace Domain.Notices;

/// <summary>The word of a sender that an earlier message of its own was wrong (api.md 3).</summary>
/// <param name="MessageId">The sender's own id of this message.</param>
/// <param name="Withdraws">Id of the message that was wrong.</param>
/// <param name="Reason">Why, in the sender's words.</param>
public sealed record Withdrawal(string MessageId, string Withdraws, string Reason) : ISentMessage, ISoundMessage
{
    private const int LongestId = 100;
    private const int LongestReason = 500;

    /// <summary>Everything that is wrong with it; empty for one that is taken. Nothing but its own content decides.</summary>
    public IReadOnlyList<Finding> Findings =>
    [
        .. IsText(MessageId, LongestId) ? Array.Empty<Finding>() : [NoticeFindings.MessageIdShape],
        .. IsText(Withdraws, LongestId) ? Array.Empty<Finding>() : [NoticeFindings.MessageIdShape.On("withdraws")],
        .. IsText(Reason, LongestReason) ? Array.Empty<Finding>() : [NoticeFindings.ReasonShape],
    ];

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(Withdrawal);

    private static bool IsText(string text, int longest) =>
        text.Length > 0 && text.Length <= longest && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl);
}
