using System.Buffers.Binary;
using Domain.Notices;
using Persistence.Encryption;

namespace Persistence.Notices;

/// <summary>Seals a notice, or a dummy in its place, so that nobody without the key can tell which it is.</summary>
/// <remarks>
/// The size of an envelope follows from the length of what was sent alone: multiples of <see cref="SizeClass"/> bytes. A
/// dummy takes the size that the notice would have had (domain.md 8.2).
/// </remarks>
public sealed class NoticeEnvelope(FieldCipher cipher)
{
    private const int SizeClass = 2048;
    private const int LengthSize = sizeof(int);

    /// <summary>Seals the written form of a notice.</summary>
    public byte[] Seal(ReadOnlySpan<byte> content)
    {
        var padded = new byte[PaddedSize(content.Length)];
        BinaryPrimitives.WriteInt32BigEndian(padded, content.Length);
        content.CopyTo(padded.AsSpan(LengthSize));
        return cipher.Encrypt(padded);
    }

    /// <summary>Seals nothing, at the size that a notice of that length would take.</summary>
    public byte[] SealDummy(int contentLength) => cipher.Encrypt(new byte[PaddedSize(contentLength)]);

    /// <summary>The notice, or null for a dummy.</summary>
    public Notice? Open(ReadOnlySpan<byte> envelope)
    {
        var padded = cipher.Decrypt(envelope);
        var length = BinaryPrimitives.ReadInt32BigEndian(padded);
        return length == 0 ? null : NoticeJson.Read(padded.AsSpan(LengthSize, length));
    }

    /// <summary>What a notice leaves as the payload of its evidence.</summary>
    public byte[] SealEvidence(Notice notice) => cipher.Encrypt(NoticeJson.Write(notice));

    /// <summary>Takes a notice out of its evidence.</summary>
    public Notice OpenEvidence(ReadOnlySpan<byte> payload) => NoticeJson.Read(cipher.Decrypt(payload));

    private static int PaddedSize(int contentLength) =>
        (LengthSize + contentLength + SizeClass - 1) / SizeClass * SizeClass;
}
