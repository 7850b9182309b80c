using GraphQL.Types;

namespace SharingApi.Graph.Schema;

/// <summary>A feature's root fields. The schema gathers them all, so that no feature knows another.</summary>
internal interface IRootFields
{
    void AddTo(RootTypes roots);
}

/// <summary>The types that a feature adds its root fields to.</summary>
internal sealed record RootTypes(ObjectGraphType Query, ObjectGraphType Mutation, ObjectGraphType Subscription);
