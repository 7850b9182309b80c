namespace Domain.Notices;

/// <summary>A notice on its way to the worker, or the dummy that stands for one about nobody we know (domain.md 8.2).</summary>
public sealed class InboxEntry
{
    public long Id { get; init; }

    public required string Client { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>It came in a file or among very many: whatever comes in few goes before it (ADR 0015).</summary>
    public bool IsBulk { get; init; }

    /// <summary>Encrypted and padded: a dummy and a notice have the same size and cannot be told apart without the key.</summary>
    public required byte[] Payload { get; init; }
}

/// <summary>What a sender was told about one message, for holders and all others alike; kept 90 days (domain.md 8.2).</summary>
public sealed class Receipt
{
    public required string Client { get; init; }

    /// <summary>Keyed digest of the message id.</summary>
    public required byte[] MessageDigest { get; init; }

    /// <summary>Keyed digest of the content: the same id with other content is a conflict.</summary>
    public required byte[] ContentDigest { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>It came in a file or among very many.</summary>
    public bool IsBulk { get; init; }

    /// <summary>Keyed digest of the message id that this message withdraws: that message may arrive later.</summary>
    public byte[]? Withdraws { get; init; }

    /// <summary>Keyed digest of the message id that this message supersedes.</summary>
    public byte[]? Corrects { get; init; }
}
