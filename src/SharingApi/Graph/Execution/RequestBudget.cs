namespace SharingApi.Graph.Execution;

/// <summary>
/// What the operations of one request have used up together, so that a batch is bounded as the sum of its parts. Each is admitted
/// or not; one that is not uses nothing up, so that the operations after it are judged as if it had not been sent.
/// </summary>
internal sealed class RequestBudget
{
    private long _tokens;
    private long _fields;
    private long _cost;

    /// <summary>Cost of what was admitted so far (<c>Limits:Cost</c>).</summary>
    public long Cost => _cost;

    /// <summary>Admits the tokens of a document (<c>Limits:Tokens</c>); or, with the sum that it would have been, does not.</summary>
    public bool AdmitsTokens(long tokens, long most, out long sum) => Admits(ref _tokens, tokens, most, out sum);

    /// <summary>The same for fields after fragments are expanded (<c>Limits:ExpandedFields</c>).</summary>
    public bool AdmitsFields(long fields, long most, out long sum) => Admits(ref _fields, fields, most, out sum);

    /// <summary>The same for cost.</summary>
    public bool AdmitsCost(long cost, long most, out long sum) => Admits(ref _cost, cost, most, out sum);

    private static bool Admits(ref long used, long more, long most, out long sum)
    {
        sum = used + more;
        if (sum > most)
        {
            return false;
        }

        used = sum;
        return true;
    }
}
