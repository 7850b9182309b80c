using Domain.Notices;
using Domain.Shared;
using Persistence.Notices;

namespace SharingApi.Notices;

/// <summary>What a sender is told about one message.</summary>
internal sealed record NoticeReceipt(
    string MessageId,
    DateTimeOffset ReceivedAt,
    ReceiptState State,
    IReadOnlyList<Finding> Findings)
{
    public static NoticeReceipt Accepted(string messageId, DateTimeOffset at) => new(messageId, at, ReceiptState.Accepted, []);

    public static NoticeReceipt Duplicate(string messageId, DateTimeOffset at) => new(messageId, at, ReceiptState.Duplicate, []);

    public static NoticeReceipt Refused(string messageId, DateTimeOffset at, IReadOnlyList<Finding> findings) =>
        new(messageId, at, ReceiptState.Refused, findings);

    public static NoticeReceipt Of(string messageId, Acceptance acceptance, DateTimeOffset now) => acceptance.Kind switch
    {
        AcceptanceKind.Accepted => Accepted(messageId, acceptance.ReceivedAt),
        AcceptanceKind.Duplicate => Duplicate(messageId, acceptance.ReceivedAt),
        AcceptanceKind.Conflict => Conflict(messageId, now),
    };

    public static NoticeReceipt Conflict(string messageId, DateTimeOffset at) =>
        Refused(messageId, at, [NoticeFindings.MessageIdConflict]);
}

internal enum ReceiptState
{
    Accepted,
    Duplicate,
    Refused,
}
