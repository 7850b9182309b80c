namespace SharingApi.Graph.Execution;

/// <summary>A response that may leave: written whole, within its limit, and its entry in the read log durable.</summary>
/// <param name="buffer">Holds the response; given back to its pool when this is disposed of.</param>
/// <param name="refusal">Code of the first error where the request was refused as a whole, otherwise null.</param>
internal sealed class GatheredResponse(PooledBuffer buffer, string? refusal) : IDisposable
{
    public ReadOnlyMemory<byte> Body => buffer.Written;

    public string? Refusal => refusal;

    /// <summary>The list of errors of a refused request, which is all that its body holds.</summary>
    public ReadOnlyMemory<byte> Errors => Body["{\"errors\":".Length..^1];

    /// <summary>What the response holds until it has been sent, or been given up: its hold on the rights that it was made with.</summary>
    public IDisposable? Hold { get; set; }

    public void Dispose()
    {
        buffer.Dispose();
        Hold?.Dispose();
    }
}
