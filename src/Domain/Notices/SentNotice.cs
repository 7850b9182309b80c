namespace Domain.Notices;

/// <summary>What a sender sends: a notice, or the word that an earlier message was wrong.</summary>
public interface ISentMessage
{
    /// <summary>The sender's own id of the message.</summary>
    string MessageId { get; }
}

/// <summary>A notice as it came in: dates and numbers are text, so that one bad notice never refuses its batch.</summary>
public sealed record SentNotice : ISentMessage
{
    public required string MessageId { get; init; }

    public required NoticeType Type { get; init; }

    public string? OccurredOn { get; init; }

    public HukouReason? Reason { get; init; }

    public required SentSubject Subject { get; init; }

    public SentSubject? Corrected { get; init; }

    public string? FromDivision { get; init; }

    public string? ToDivision { get; init; }

    public string? ToCommunity { get; init; }

    public string? DocumentNumber { get; init; }

    public string? JudgedOn { get; init; }

    public string? Corrects { get; init; }

    public SocialReportKind? Reports { get; init; }

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(SentNotice);
}

/// <summary>The person that a notice is about, as the sender wrote them.</summary>
public sealed record SentSubject
{
    public string? Name { get; init; }

    public string? IdNumber { get; init; }

    public string? Sex { get; init; }

    public string? BirthDate { get; init; }

    public string? HukouDivision { get; init; }

    public string? HukouCommunity { get; init; }

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(SentSubject);
}
