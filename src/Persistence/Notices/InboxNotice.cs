using Domain.Matching;
using Domain.Notices;
using Persistence.Encryption;
using Persistence.Matching;

namespace Persistence.Notices;

/// <summary>A notice that was taken out of the inbox.</summary>
internal sealed record InboxNotice(InboxEntry Entry, Notice Notice, IReadOnlyList<byte[]> MessageDigests, SubjectProbe Probe)
{
    /// <summary>The notice of an entry, or null for a dummy.</summary>
    public static InboxNotice? Open(InboxEntry entry, NoticeEnvelope envelope, BlindIndex index) =>
        envelope.Open(entry.Payload) is { } notice
            ? new(entry, notice, index.AllOfMessageId(entry.Client, notice.MessageId), SubjectProbe.Of(notice.Subject, index))
            : null;

    /// <summary>What is kept of it for ever.</summary>
    public Evidence ToEvidence(long position, DateTimeOffset now, NoticeEnvelope envelope, Match? match, bool stands) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        Position = position,
        PersonId = match?.Certain,
        Type = EvidenceTypes.Of(Notice.Type),
        Client = Entry.Client,
        MessageDigest = MessageDigests[0],
        OccurredOn = Notice.OccurredOn,
        ReceivedAt = Entry.ReceivedAt,
        Payload = envelope.SealEvidence(Notice),
        Match = match?.Kind,
        IsStanding = stands,
    };

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(InboxNotice);
}
