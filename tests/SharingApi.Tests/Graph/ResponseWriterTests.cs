using System.Text;
using Domain.Access;
using Domain.Shared;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using SharingApi.Graph;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Plans;
using Snapshooter.Xunit;

namespace SharingApi.Tests.Graph;

public sealed class ResponseWriterTests(GraphApp app) : IClassFixture<GraphApp>
{
    [Fact]
    public async Task Data_keeps_the_order_of_the_selections_and_writes_Chinese_as_it_is()
    {
        var answer = await app.QueryAsync("{ b: person { friends { name } name } __typename a: person { n: name } }");

        Snapshot.Match(answer.Text);
    }

    [Fact]
    public void Denials_stand_as_errors_and_all_that_is_not_clear_under_extensions()
    {
        var operation = Operations.Of("tester");
        operation.Denied.Add(new DeniedSelection(["persons", "nodes", 3, "phone"], 47));
        operation.Notes.Add(new DisclosureNote(["persons", "nodes", "phone"], DisclosureLevel.Denied));
        operation.Notes.Add(new DisclosureNote(["persons", "nodes", "idNumber"], DisclosureLevel.MatchOnly));

        Snapshot.Match(Written(Executed(new RawJson("""{"nodes":[{"name":"赵"}]}"""u8.ToArray())), operation));
    }

    [Fact]
    public void A_refusal_of_the_whole_request_has_no_data()
    {
        var refusal = new Refusal("LIMIT_PAGE_SIZE", "A page holds 1 to 200 entries.").With(("limit", 200), ("actual", 201));

        Snapshot.Match(Written(GraphResults.Refused(refusal), Operations.Of("tester")));
    }

    [Fact]
    public async Task A_value_that_does_not_fit_names_the_variable_the_type_and_the_finding() =>
        Snapshot.Match((await app.QueryAsync(
            "query($input: SampleInput) { echo(input: $input) }",
            new { input = new { idNumber = "530199197602290011" } })).Text);

    [Fact]
    public async Task A_broken_rule_is_named_by_its_number_in_the_specification() =>
        Snapshot.Match((await app.QueryAsync("{ person { shoeSize } }")).Text);

    private static string Written(ExecutionResult result, OperationContext operation)
    {
        using var buffer = new PooledBuffer(1_000_000);
        ResponseWriter.Write(buffer, result, operation);
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }

    /// <summary>What a strategy hands back whose one root field was answered by a read plan.</summary>
    private static ExecutionResult Executed(RawJson persons)
    {
        var document = Parser.Parse("{ persons }");
        var field = (GraphQLField)((GraphQLOperationDefinition)document.Definitions[0]).SelectionSet.Selections[0];
        var root = new RootExecutionNode(new ObjectGraphType { Name = "Query" }, selectionSet: null);
        root.SubFields =
        [
            new ValueExecutionNode(root, new StringGraphType(), field, new FieldType { Name = "persons" }, null)
            {
                Result = persons,
            },
        ];
        return new ExecutionResult { Executed = true, Document = document, Data = root };
    }
}
