using Harness.Subjects;

namespace Harness.Load;

/// <summary>Prepared requests, sent one after the other and again from the first.</summary>
internal sealed class RequestRing
{
    private int _next = -1;

    private RequestRing(IReadOnlyList<byte[]> requests) => Requests = requests;

    public IReadOnlyList<byte[]> Requests { get; }

    /// <summary>The bodies as requests of a client to the subject.</summary>
    public static async Task<RequestRing> OfAsync(
        Subject subject, string client, string? purpose, IReadOnlyList<byte[]> bodies)
    {
        var token = await subject.TokenAsync(client);
        return new RequestRing([.. bodies.Select(body => HttpRequest.Post(subject.Address, token, purpose, body))]);
    }

    public byte[] Next() => Requests[(int)((uint)Interlocked.Increment(ref _next) % (uint)Requests.Count)];
}
