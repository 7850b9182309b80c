using System.Text.Json;
using Domain.Notices;

namespace Persistence.Notices;

/// <summary>What an inbox entry holds, if it is not a dummy: a notice, or the word that an earlier one was wrong.</summary>
public abstract record InboxContent
{
    /// <summary>Says what it is, never what it contains.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>A notice that may concern a holder.</summary>
public sealed record SentContent(Notice Notice) : InboxContent;

/// <summary>An earlier message was wrong. It names that message by digests alone, and so says nothing of anybody.</summary>
/// <param name="Withdraws">Digests of the message id under every key.</param>
/// <param name="Reason">Why, in the sender's words; null unless the message is known to concern a holder.</param>
public sealed record WithdrawnContent(IReadOnlyList<byte[]> Withdraws, string? Reason) : InboxContent
{
    /// <summary>The written form.</summary>
    internal static byte[] Write(IReadOnlyList<byte[]> withdraws, string? reason) =>
        JsonSerializer.SerializeToUtf8Bytes(new WithdrawnContent(withdraws, reason));
}
