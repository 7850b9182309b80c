using Harness.Load;

namespace Harness.Scenarios;

/// <summary>Whether two subjects answer the same bytes: a peer that does less would be no measure.</summary>
/// <param name="Compared">How many requests were sent to both.</param>
/// <param name="Different">How many of them were answered differently.</param>
internal sealed record Agreement(int Compared, int Different)
{
    private const int Most = 50;
    private const int Around = 60;

    public static Agreement Of(Pair pair, RequestRing toFirst, RequestRing toSecond)
    {
        using var first = new Connection(pair.First.Address);
        using var second = new Connection(pair.Second.Address);
        var count = Math.Min(Most, toFirst.Requests.Count);
        var different = 0;
        for (var i = 0; i < count; i++)
        {
            var one = first.Exchange(toFirst.Requests[i]).Text();
            var other = second.Exchange(toSecond.Requests[i]).Text();
            if (!string.Equals(one, other, StringComparison.Ordinal) && different++ == 0)
            {
                PrintDifference(pair, one, other);
            }
        }

        return new Agreement(count, different);
    }

    // The register is invented: its values may be printed.
    private static void PrintDifference(Pair pair, string one, string other)
    {
        var at = one.AsSpan().CommonPrefixLength(other);
        Console.WriteLine($"Different answers from character {at}:");
        Console.WriteLine($"  {pair.First.Name}: {Excerpt(one, at)}");
        Console.WriteLine($"  {pair.Second.Name}: {Excerpt(other, at)}");
    }

    private static string Excerpt(string text, int at)
    {
        var from = Math.Max(at - Around, 0);
        return text[from..Math.Min(at + Around, text.Length)];
    }
}
