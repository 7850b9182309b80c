using GraphQL;

namespace SharingApi.Graph.Transport;

/// <summary>One GraphQL request, however it arrived.</summary>
/// <param name="Query">Text of the document.</param>
/// <param name="OperationName">Which operation of the document; null or empty where it has but one.</param>
/// <param name="Variables">Values as JSON gave them, not yet coerced.</param>
/// <param name="Extensions">What the client adds for protocols of its own; not read today.</param>
internal sealed record GraphRequest(string Query, string? OperationName, Inputs Variables, Inputs Extensions)
{
    /// <summary>Several sets of variables, each to be run with; null for the ordinary request.</summary>
    public IReadOnlyList<Inputs>? VariableSets { get; init; }
}
