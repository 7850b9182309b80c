namespace Persistence.Notices;

/// <summary>Compares digests and blind indexes by their bytes.</summary>
internal sealed class DigestComparer : IEqualityComparer<byte[]>
{
    public static readonly DigestComparer Instance = new();

    private DigestComparer()
    {
    }

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(obj);
        return hash.ToHashCode();
    }
}
