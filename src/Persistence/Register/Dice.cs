namespace Persistence.Register;

/// <summary>Chance that is the same on every machine and framework: SplitMix64, one stream for each seed and purpose.</summary>
internal sealed class Dice
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state;

    public Dice(long seed, long stream) => _state = Mix((ulong)seed + Step) ^ Mix(unchecked((ulong)stream * Step));

    /// <summary>0 up to but not including <paramref name="below"/>.</summary>
    public int Next(int below) => (int)Math.BigMul(NextBits(), (ulong)below, out _);

    /// <summary>True <paramref name="perMille"/> times in a thousand.</summary>
    public bool PerMille(int perMille) => Next(1000) < perMille;

    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];

    /// <summary>One of the values, as often as its weight says.</summary>
    public T Pick<T>(IReadOnlyList<(T Value, int Weight)> from)
    {
        var total = 0;
        foreach (var (_, weight) in from)
        {
            total += weight;
        }

        var left = Next(total);
        foreach (var (value, weight) in from)
        {
            left -= weight;
            if (left < 0)
            {
                return value;
            }
        }

        throw new InvalidOperationException("Weights are positive.");
    }

    public void Shuffle<T>(Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Next(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    public ulong NextBits() => Mix(_state += Step);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
