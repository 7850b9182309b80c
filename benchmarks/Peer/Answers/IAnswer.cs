using System.Text.Json;

namespace Peer.Answers;

/// <summary>The answer to one operation of the scenarios, byte for byte the server's.</summary>
internal interface IAnswer
{
    /// <summary>Name of the operation in its document under <c>benchmarks/Harness/documents</c>.</summary>
    string Operation { get; }

    ValueTask WriteAsync(PeerRequest request, Utf8JsonWriter json);
}
