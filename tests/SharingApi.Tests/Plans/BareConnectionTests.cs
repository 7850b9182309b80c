using Testing;

namespace SharingApi.Tests.Plans;

/// <summary>Lists of which no column is asked for: how many there are, whether there are more, or nothing but their type.</summary>
public sealed class BareConnectionTests(BareConnectionTests.Server server) : IClassFixture<BareConnectionTests.Server>
{
    private static readonly string[] Connections = ["persons", "serviceNeeds", "communities", "cases"];

    private static readonly string[] Selections =
        ["__typename", "totalCount", "pageInfo { hasNextPage }", "nodes { __typename }", "edges { __typename }", "edges { node { __typename } }"];

    public static TheoryData<string, string> Bare => Rows();

    [Theory]
    [MemberData(nameof(Bare))]
    public async Task A_list_is_answered_when_none_of_its_columns_is_selected(string connection, string selection)
    {
        var data = await server.App.As("federation", "CERT").DataAsync($"{{ {connection}(first: 2) {{ {selection} }} }}");

        Assert.Single(data.GetProperty(connection).EnumerateObject());
    }

    private static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var connection in Connections)
        {
            foreach (var selection in Selections)
            {
                rows.Add(connection, selection);
            }
        }

        return rows;
    }

    /// <summary>One server answers all.</summary>
    public sealed class Server : IAsyncLifetime
    {
        public SharingApp App { get; private set; } = null!;

        public async Task InitializeAsync() => App = await SharingApp.StartAsync();

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
