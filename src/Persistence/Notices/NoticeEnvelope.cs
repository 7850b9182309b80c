using System.Buffers.Binary;
using System.Text.Json;
using Domain.Notices;
using Persistence.Encryption;

namespace Persistence.Notices;

/// <summary>Seals a message, or a dummy in its place, so that nobody without the key can tell which it is.</summary>
/// <remarks>
/// The size of an envelope follows from what was sent alone: multiples of <see cref="SizeClass"/> bytes, of which an ordinary notice
/// takes one. Whatever may be stored for the same message takes the size of the longest of it (domain.md 8.2).
/// </remarks>
public sealed class NoticeEnvelope(FieldCipher cipher)
{
    private const int SizeClass = 512;
    private const int HeaderSize = sizeof(int) + 1;

    private const byte Dummy = 0;
    private const byte Sent = 1;
    private const byte Withdrawn = 2;

    /// <summary>Seals the written form of a notice, at the size that content of that length would take.</summary>
    public byte[] Seal(ReadOnlySpan<byte> content, int contentLength) => Seal(Sent, content, contentLength);

    /// <summary>Seals nothing, at the size that content of that length would take.</summary>
    public byte[] SealDummy(int contentLength) => Seal(Dummy, [], contentLength);

    /// <summary>Seals the written form of a withdrawal, at the size that content of that length would take.</summary>
    public byte[] SealWithdrawal(ReadOnlySpan<byte> withdrawal, int contentLength) => Seal(Withdrawn, withdrawal, contentLength);

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
        ArgumentOutOfRangeException.ThrowIfLessThan(contentLength, content.Length);
        var padded = new byte[PaddedSize(contentLength)];
        BinaryPrimitives.WriteInt32BigEndian(padded, content.Length);
        padded[sizeof(int)] = kind;
        content.CopyTo(padded.AsSpan(HeaderSize));
        return cipher.Encrypt(padded);
    }

    private static int PaddedSize(int contentLength) => (HeaderSize + contentLength + SizeClass - 1) / SizeClass * SizeClass;
}
