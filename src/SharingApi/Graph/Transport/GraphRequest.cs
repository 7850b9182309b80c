using GraphQL;
using SharingApi.Graph.Documents;

namespace SharingApi.Graph.Transport;

/// <summary>One GraphQL request, however it arrived.</summary>
/// <param name="Query">Text of the document; null where only its hash was sent.</param>
/// <param name="Hash">Hash by which the client names the document; null where only the text was sent.</param>
/// <param name="OperationName">Which operation of the document; null or empty where it has but one.</param>
/// <param name="Variables">Values as JSON gave them, not yet coerced.</param>
/// <param name="Extensions">What the client adds for protocols of its own.</param>
internal sealed record GraphRequest(
    string? Query, DocumentKey? Hash, string? OperationName, Inputs Variables, Inputs Extensions)
{
    /// <summary>The document, where it was judged before: a stream's events are answered with the one that opened it.</summary>
    public KnownDocument? Document { get; init; }

    /// <summary>True for the second and every later set of variables that one document came with.</summary>
    public bool RepeatsDocument { get; init; }

    /// <summary>Several sets of variables, each to be run with; null for the ordinary request.</summary>
    public IReadOnlyList<Inputs>? VariableSets { get; init; }
}
