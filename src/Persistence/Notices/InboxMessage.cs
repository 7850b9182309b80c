using Domain.Matching;
using Domain.Notices;
using Persistence.Encryption;
using Persistence.Matching;

namespace Persistence.Notices;

/// <summary>A message that was taken out of the inbox.</summary>
internal abstract record InboxMessage(InboxEntry Entry)
{
    /// <summary>Digests of the earlier message that this one withdraws or supersedes; empty for none.</summary>
    public abstract IReadOnlyList<byte[]> EarlierDigests { get; }

    /// <summary>The message of an entry, or null for a dummy.</summary>
    public static InboxMessage? Open(InboxEntry entry, NoticeEnvelope envelope, BlindIndex index) => envelope.Open(entry.Payload) switch
    {
        SentContent { Notice: var notice } => new InboxNotice(
            entry,
            notice,
            index.AllOfMessageId(entry.Client, notice.MessageId),
            SubjectProbe.Of(notice.Subject, index),
            notice.Corrects is { } corrects ? index.AllOfMessageId(entry.Client, corrects) : []),
        WithdrawnContent withdrawal => new InboxWithdrawal(entry, withdrawal),
        _ => null,
    };

    /// <summary>Says what it is, never what it contains.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>A notice that was taken out of the inbox.</summary>
internal sealed record InboxNotice(
    InboxEntry Entry,
    Notice Notice,
    IReadOnlyList<byte[]> MessageDigests,
    SubjectProbe Probe,
    IReadOnlyList<byte[]> EarlierDigests) : InboxMessage(Entry)
{
    public override IReadOnlyList<byte[]> EarlierDigests { get; } = EarlierDigests;

    /// <summary>What is kept of it for ever.</summary>
    /// <param name="position">Order of record.</param>
    /// <param name="now">The instant of applying.</param>
    /// <param name="envelope">Seals the notice.</param>
    /// <param name="match">Whom it is about; null where that could not be asked.</param>
    /// <param name="stands">Whether it stands at once.</param>
    /// <param name="corrects">The evidence that it supersedes.</param>
    public Evidence ToEvidence(
        long position,
        DateTimeOffset now,
        NoticeEnvelope envelope,
        Match? match,
        bool stands,
        EvidenceId? corrects = null)
    {
        return new()
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
            CorrectsId = corrects,
        };
    }
}

/// <summary>The word of a sender that an earlier message of its own was wrong.</summary>
internal sealed record InboxWithdrawal(InboxEntry Entry, WithdrawnContent Content) : InboxMessage(Entry)
{
    public override IReadOnlyList<byte[]> EarlierDigests => Content.Withdraws;
}
