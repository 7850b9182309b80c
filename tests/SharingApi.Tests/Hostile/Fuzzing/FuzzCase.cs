using System.Text;

namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>What is spoken on a connection.</summary>
internal enum Dialect
{
    /// <summary>HTTP that is well-formed: what it asks for is answered by us, in JSON or as events.</summary>
    Request,

    /// <summary>HTTP that may be broken itself, or another address: then the web server answers, or nobody.</summary>
    Wire,

    /// <summary>A WebSocket.</summary>
    Frames,
}

/// <summary>Everything that one client sends on one connection.</summary>
/// <param name="Seed">Of the run.</param>
/// <param name="Number">Of the case in it.</param>
/// <param name="Dialect">What the server may answer with.</param>
/// <param name="Opening">Sent at once.</param>
/// <param name="Parting">Sent when the server has nothing more to say; empty: the client just waits, or goes where it was asked for events.</param>
internal sealed record FuzzCase(int Seed, int Number, Dialect Dialect, byte[] Opening, byte[] Parting)
{
    /// <summary>True where the client itself ends the connection after a silence.</summary>
    public bool MayEndSilent { get; init; }

    public override string ToString() =>
        $"seed {Seed} case {Number} ({Dialect}; alone: FUZZ_SEED={Seed} FUZZ_CASE={Number}): {Excerpt(Opening)}";

    private static string Excerpt(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 4_000));
        return string.Concat(text.Select(static c => c is '\n' or (>= ' ' and <= '~') ? c.ToString() : $"\\x{(int)c:x2}"));
    }
}
