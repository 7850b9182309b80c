using System.Text.Json;
using Domain.StatusChanges;
using Persistence.Encryption;

namespace Persistence.StatusChanges;

/// <summary>What a step of a person's history changed, as encrypted JSON: it may hold numbers and dates of death.</summary>
public static class HistoryPayload
{
    /// <summary>Null where nothing was changed.</summary>
    public static byte[]? Seal(IReadOnlyList<HistoryChange> changes, FieldCipher cipher) =>
        changes.Count == 0 ? null : cipher.Encrypt(JsonSerializer.SerializeToUtf8Bytes(changes));

    public static IReadOnlyList<HistoryChange> Open(ReadOnlySpan<byte> payload, FieldCipher cipher) =>
        JsonSerializer.Deserialize<HistoryChange[]>(cipher.Decrypt(payload))
        ?? throw new JsonException("A step of a history without what it changed.");
}
