using System.Buffers.Binary;

namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>Reads the frames that a server sent, fragments joined; what is not whole is left out.</summary>
internal static class SocketFrames
{
    public const int Text = 0x1;
    public const int Close = 0x8;

    public static List<(int Kind, byte[] Payload)> Read(byte[] bytes, int at)
    {
        List<(int, byte[])> frames = [];
        List<byte> joined = [];
        var kind = 0;
        while (bytes.Length - at >= 2)
        {
            var (first, length) = (bytes[at], bytes[at + 1] & 0x7F);
            at += 2;
            var extra = length switch { 126 => 2, 127 => 8, _ => 0 };
            if (bytes.Length - at < extra)
            {
                break;
            }

            length = length switch
            {
                126 => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at)),
                127 => (int)BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(at)),
                _ => length,
            };
            at += extra;
            if (bytes.Length - at < length)
            {
                break;
            }

            var payload = bytes.AsSpan(at, length);
            at += length;
            if ((first & 0x0F) >= Close)
            {
                // A control frame may stand between the fragments of a message (RFC 6455, 5.4).
                frames.Add((first & 0x0F, payload.ToArray()));
                continue;
            }

            kind = (first & 0x0F) == 0 ? kind : first & 0x0F;
            joined.AddRange(payload);
            if ((first & 0x80) != 0)
            {
                frames.Add((kind, [.. joined]));
                joined.Clear();
            }
        }

        return frames;
    }
}
