using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Domain.Shared;
using Persistence.Encryption;

namespace SharingApi.StatusChanges;

/// <summary>Places in a feed: the receiver and the sequence, sealed, so that nobody makes one and nobody uses another's.</summary>
internal sealed class FeedCursors(Keys keys)
{
    private const int Size = sizeof(uint) + sizeof(int) + sizeof(long);

    // "FEED": a cursor of another list opens under the same key and must not pass for one of ours.
    private const uint Mark = 0x46454544;

    private readonly FieldCipher _cipher = new(keys.Cursors, keys.Suite);

    public string Seal(int receiver, long sequence)
    {
        Span<byte> place = stackalloc byte[Size];
        BinaryPrimitives.WriteUInt32BigEndian(place, Mark);
        BinaryPrimitives.WriteInt32BigEndian(place[sizeof(uint)..], receiver);
        BinaryPrimitives.WriteInt64BigEndian(place[(sizeof(uint) + sizeof(int))..], sequence);
        return Base64Url.EncodeToString(_cipher.Encrypt(place));
    }

    /// <summary>The sequence; or <c>CURSOR_INVALID</c> for one that was altered, or is another receiver's.</summary>
    public Outcome<SequenceNumber> Open(string cursor, int receiver)
    {
        try
        {
            var place = _cipher.Decrypt(Base64Url.DecodeFromChars(cursor)).AsSpan();
            return place.Length == Size &&
                BinaryPrimitives.ReadUInt32BigEndian(place) == Mark &&
                BinaryPrimitives.ReadInt32BigEndian(place[sizeof(uint)..]) == receiver
                ? new SequenceNumber(BinaryPrimitives.ReadInt64BigEndian(place[(sizeof(uint) + sizeof(int))..]))
                : Invalid;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or ArgumentException)
        {
            return Invalid;
        }
    }

    public static Refusal Invalid { get; } = new(
        "CURSOR_INVALID", "The cursor was altered, or belongs to another caller or purpose.");
}

/// <summary>A place in a feed, counted from 1; 0 stands before the first entry.</summary>
internal readonly record struct SequenceNumber(long Value);
