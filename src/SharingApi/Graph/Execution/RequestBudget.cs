namespace SharingApi.Graph.Execution;

/// <summary>What the operations of one request have used up together, so that a batch is bounded as the sum of its parts.</summary>
internal sealed class RequestBudget
{
    /// <summary>Cost of what was admitted so far (<c>Limits:Cost</c>).</summary>
    public long Cost { get; private set; }

    /// <summary>Admits so much more; or, with the sum that it would have been, does not.</summary>
    public bool Admits(long cost, long most, out long sum)
    {
        sum = Cost + cost;
        if (sum > most)
        {
            return false;
        }

        Cost = sum;
        return true;
    }
}
