using System.Buffers.Binary;
using System.Text.Json;
using Domain.Notices;
using Persistence.Encryption;

namespace Persistence.Notices;

/// <summary>Seals a message, or a dummy in its place, so that nobody without the key can tell which it is.</summary>
/// <remarks>
/// The size of an envelope follows from the length of what was sent alone: multiples of <see cref="SizeClass"/> bytes. A
/// dummy takes the size that the notice would have had (domain.md 8.2).
/// </remarks>
public sealed class NoticeEnvelope(FieldCipher cipher)
{
    private const int SizeClass = 2048;
    private const int HeaderSize = sizeof(int) + 1;

    private const byte Dummy = 0;
    private const byte Sent = 1;
    private const byte Withdrawn = 2;

    /// <summary>Seals the written form of a notice.</summary>
    public byte[] Seal(ReadOnlySpan<byte> content) => Seal(Sent, content, content.Length);

    /// <summary>Seals nothing, at the size that content of that length would take.</summary>
    public byte[] SealDummy(int contentLength) => Seal(Dummy, [], contentLength);

    /// <summary>Seals a withdrawal, at the size that content of that length would take.</summary>
    public byte[] SealWithdrawal(WithdrawnContent withdrawal, int contentLength) =>
        Seal(Withdrawn, JsonSerializer.SerializeToUtf8Bytes(withdrawal), contentLength);

    /// <summary>What was sent, or null for a dummy.</summary>
    public InboxContent? Open(ReadOnlySpan<byte> envelope)
    {
        var padded = cipher.Decrypt(envelope);
        var content = padded.AsSpan(HeaderSize, BinaryPrimitives.ReadInt32BigEndian(padded));
        return padded[sizeof(int)] switch
        {
            Dummy => null,
            Sent => new SentContent(NoticeJson.Read(content)),
            Withdrawn => JsonSerializer.Deserialize<WithdrawnContent>(content),
            _ => throw new JsonException("An inbox entry of a kind that is not known here."),
        };
    }

    /// <summary>What a notice leaves as the payload of its evidence.</summary>
    public byte[] SealEvidence(Notice notice) => cipher.Encrypt(NoticeJson.Write(notice));

    /// <summary>Takes a notice out of its evidence.</summary>
    public Notice OpenEvidence(ReadOnlySpan<byte> payload) => NoticeJson.Read(cipher.Decrypt(payload));

    private byte[] Seal(byte kind, ReadOnlySpan<byte> content, int contentLength)
    {
        // A withdrawal is shorter than what it stands for, and by far shorter than a size class.
        var padded = new byte[PaddedSize(Math.Max(content.Length, contentLength))];
        BinaryPrimitives.WriteInt32BigEndian(padded, content.Length);
        padded[sizeof(int)] = kind;
        content.CopyTo(padded.AsSpan(HeaderSize));
        return cipher.Encrypt(padded);
    }

    private static int PaddedSize(int contentLength) => (HeaderSize + contentLength + SizeClass - 1) / SizeClass * SizeClass;
}
