using Domain.Persons;

namespace Domain.Notices;

/// <summary>A message that was read and found sound: what the door takes.</summary>
public interface ISoundMessage
{
    /// <summary>The sender's own id of the message.</summary>
    string MessageId { get; }
}

/// <summary>A notice whose every field was read and found sound. Made by <see cref="NoticeReading"/> alone.</summary>
public sealed record Notice : ISoundMessage
{
    /// <summary>The sender's own id of the message: with the sending client it names the notice for ever.</summary>
    public required string MessageId { get; init; }

    public required NoticeType Type { get; init; }

    /// <summary>Day of the fact; may be partial. Null only for <see cref="NoticeType.IdentityCorrected"/>.</summary>
    public PartialDate? OccurredOn { get; init; }

    /// <summary>Null is allowed: row D7 sends it to review.</summary>
    public HukouReason? Reason { get; init; }

    public required NoticeSubject Subject { get; init; }

    /// <summary>The right identity, for <see cref="NoticeType.IdentityCorrected"/>.</summary>
    public NoticeSubject? Corrected { get; init; }

    public string? FromDivision { get; init; }

    public string? ToDivision { get; init; }

    public string? ToCommunity { get; init; }

    /// <summary>Number of the document behind the notice: as sensitive as an ID number (domain.md 6).</summary>
    public string? DocumentNumber { get; init; }

    public PartialDate? JudgedOn { get; init; }

    /// <summary>Message id of the earlier notice that this one supersedes.</summary>
    public string? Corrects { get; init; }

    /// <summary>What a <see cref="NoticeType.SocialReport"/> says.</summary>
    public SocialReportKind? Reports { get; init; }

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(Notice);
}

/// <summary>The person that a notice is about: what the sender knows, nothing of it taken from the register.</summary>
public sealed record NoticeSubject
{
    public string? Name { get; init; }

    public IdNumber? IdNumber { get; init; }

    public Sex? Sex { get; init; }

    public PartialDate? BirthDate { get; init; }

    public string? HukouDivision { get; init; }

    public string? HukouCommunity { get; init; }

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(NoticeSubject);
}
