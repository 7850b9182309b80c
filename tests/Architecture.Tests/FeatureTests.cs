using Architecture.Tests.Violators.Notices;
using Architecture.Tests.Violators.Persons;

namespace Architecture.Tests;

/// <summary>Features meet through the domain, never through each other's graph types: those are named as text in the schema.</summary>
public sealed class FeatureTests
{
    [Fact]
    public void Features_do_not_name_each_others_graph_types() =>
        Assert.Empty(Rules.TypesThatNameForeignGraphTypes(House.Host.GetTypes(), House.IsGraphType, "SharingApi", shared: "Graph"));

    [Fact]
    public void Twin_a_foreign_graph_type_in_a_constructor_is_found() =>
        Assert.Equal(
            [$"{typeof(NoticeType).FullName} names {typeof(PersonType).FullName}"],
            Rules.TypesThatNameForeignGraphTypes(
                typeof(NoticeType).Assembly.GetTypes(), House.IsGraphType, "Architecture.Tests.Violators", shared: "Graph"));
}
