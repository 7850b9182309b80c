namespace SharingApi.Graph.Plans;

/// <summary>The answer of a read plan: JSON that is written into the response as it is.</summary>
internal sealed class RawJson(ReadOnlyMemory<byte> utf8)
{
    public static readonly RawJson Null = new("null"u8.ToArray());

    public ReadOnlyMemory<byte> Utf8 => utf8;
}
