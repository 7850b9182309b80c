namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>Chance that can be thrown again: the same seed and case number give the same throws on every machine.</summary>
internal sealed class Dice
{
    private ulong _state;

    private Dice(ulong state) => _state = state;

    /// <summary>The dice of one case, independent of all others, so that a case can be made alone.</summary>
    public static Dice Of(int seed, int number) => new((((ulong)(uint)seed << 32) | (uint)number) * 0x9E3779B97F4A7C15);

    /// <summary>0 to one less than <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>Both ends are thrown too.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True so often out of a hundred throws.</summary>
    public bool Percent(int often) => Below(100) < often;

    public T Pick<T>(IReadOnlyList<T> among) => among[Below(among.Count)];

    public T Pick<T>(params ReadOnlySpan<T> among) => among[Below(among.Length)];

    /// <summary>SplitMix64: a counter, mixed.</summary>
    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
