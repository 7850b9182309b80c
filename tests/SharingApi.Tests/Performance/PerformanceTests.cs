namespace SharingApi.Tests.Performance;

/// <summary>The gate that noise cannot open or close: what requests cost in statements and bytes, not in time.</summary>
public sealed class PerformanceTests(MeasuredApp app) : IClassFixture<MeasuredApp>
{
    public static TheoryData<string> Operations => [.. MeasuredOperation.All.Select(operation => operation.Document)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_operation_runs_one_statement_for_each_level_of_its_tree(string document)
    {
        var operation = OfName(document);

        var statements = await app.StatementsOfAsync(operation);

        Assert.Equal(operation.Statements, statements.Count);
    }

    [Fact]
    public async Task More_rows_run_no_more_statements()
    {
        var page = OfName("persons-page");

        Assert.Equal(
            await app.StatementsOfAsync(page, """{"first":1}"""),
            await app.StatementsOfAsync(page, """{"first":200}"""));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_allocates_no_more_than_its_bound(string document)
    {
        var operation = OfName(document);

        var bytes = app.BytesOf(operation);

        Assert.InRange(bytes, 0, operation.MostBytes);
    }

    private static MeasuredOperation OfName(string document) =>
        MeasuredOperation.All.Single(operation => operation.Document == document);
}
