namespace Persistence.Register;

/// <summary>Splits a whole by weights so that the parts are whole and add up: largest remainder.</summary>
internal static class Shares
{
    public static int[] Of(int whole, IReadOnlyList<decimal> weights)
    {
        var total = weights.Sum();
        var exact = weights.Select(weight => whole * weight / total).ToArray();
        var parts = exact.Select(share => (int)decimal.Floor(share)).ToArray();
        var missing = whole - parts.Sum();
        var byRemainder = Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i]).ThenBy(i => i);
        foreach (var i in byRemainder.Take(missing))
        {
            parts[i]++;
        }

        return parts;
    }
}
