namespace SharingApi.Tests.Performance;

/// <summary>What a request costs does not grow with the number of grants that others hold.</summary>
public sealed class ManyGrantsTests : IAsyncLifetime
{
    private const int Grants = 1_000;

    /// <summary>What the same request differs by from one process to the next.</summary>
    private const double Noise = 0.02;

    private readonly MeasuredApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_thousand_grants_more_run_the_same_statements_and_allocate_the_same()
    {
        // The reading scenarios of the benchmarks, as stored operations: a page, one person by number, a list with its count.
        MeasuredOperation[] operations =
        [
            .. MeasuredOperation.All.Where(operation => operation.Document is "persons-page" or "person-by-id-number" or "persons-count"),
        ];
        var before = await CostsOfAsync(operations);

        await _app.GrantAsync(Grants);

        var after = await CostsOfAsync(operations);
        Assert.All(before.Zip(after), pair =>
        {
            Assert.Equal(pair.First.Statements, pair.Second.Statements);
            Assert.InRange(pair.Second.Bytes, 0, (long)(pair.First.Bytes * (1 + Noise)));
        });
    }

    private async Task<IReadOnlyList<(IReadOnlyList<string> Statements, long Bytes)>> CostsOfAsync(IEnumerable<MeasuredOperation> operations)
    {
        List<(IReadOnlyList<string>, long)> costs = [];
        foreach (var operation in operations)
        {
            costs.Add((await _app.StatementsOfAsync(operation), _app.BytesOf(operation)));
        }

        return costs;
    }
}
