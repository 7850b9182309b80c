using System.Buffers.Binary;

namespace Persistence.Register;

/// <summary>
/// Version-7 keys by seed and day: one millisecond for each person, the last before the midnight at which the day of the
/// founding begins, so that keys are in the order of the register and older than any key given later.
/// </summary>
internal sealed class SyntheticKeys(Dice dice, long unixMilliseconds)
{
    private const int Version7 = 0x7000;
    private const ulong Variant = 0x8000_0000_0000_0000;

    private int _given;

    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, unixMilliseconds << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(Version7 | _given++));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (dice.NextBits() >> 2) | Variant);
        return new Guid(bytes, true);
    }
}
