using GraphQLParser.AST;

namespace SharingApi.Graph.Execution;

/// <summary>The kinds of operation that a transport can answer.</summary>
[Flags]
internal enum OperationKinds
{
    None = 0,
    Query = 1,
    Mutation = 2,
    Subscription = 4,
}

internal static class OperationKindsOfTheEngine
{
    public static bool Include(this OperationKinds kinds, OperationType type) => kinds.HasFlag(type switch
    {
        OperationType.Query => OperationKinds.Query,
        OperationType.Mutation => OperationKinds.Mutation,
        OperationType.Subscription => OperationKinds.Subscription,
        _ => OperationKinds.None,
    });
}
