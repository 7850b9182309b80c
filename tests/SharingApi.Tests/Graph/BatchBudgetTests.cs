using System.Globalization;
using System.Text.Json;

namespace SharingApi.Tests.Graph;

/// <summary>A batch may ask for what one request may ask for, and no more, however it is cut into members.</summary>
public sealed class BatchBudgetTests(GraphApp app) : IClassFixture<GraphApp>
{
    private const string Small = "{ __typename }";

    [Fact]
    public async Task The_tokens_of_all_members_count_together()
    {
        var codes = await CodesAsync(Enumerable.Range(0, 4).Select(i => OfTokens(1_500, $"a{i}")));

        Assert.Equal([null, null, null, "LIMIT_TOKENS"], codes);
    }

    [Fact]
    public async Task Documents_that_are_known_already_count_as_any_other()
    {
        string[] documents = [.. Enumerable.Range(0, 4).Select(i => OfTokens(1_500, $"b{i}"))];
        await CodesAsync(documents);

        Assert.Equal([null, null, null, "LIMIT_TOKENS"], await CodesAsync(documents));
        Assert.Equal([null], await CodesAsync(documents[3..]));
    }

    [Fact]
    public async Task A_member_that_is_too_much_tells_the_sum_and_leaves_room_for_the_next()
    {
        var members = await AnswersAsync([OfTokens(3_000, "c"), OfTokens(3_000, "d"), OfTokens(1_500, "e"), Small]);

        Assert.Equal([null, "LIMIT_TOKENS", null, null], members.Select(CodeOf));
        var said = members[1].GetProperty("errors")[0].GetProperty("extensions");
        Assert.Equal((5_000, 6_000), (said.GetProperty("limit").GetInt32(), said.GetProperty("actual").GetInt32()));
    }

    [Fact]
    public async Task The_tokens_of_a_document_that_runs_with_many_variables_count_once()
    {
        var answer = await app.PostAsync(JsonSerializer.Serialize(new
        {
            query = OfTokens(1_500, "f"),
            variables = Enumerable.Repeat(new { }, 20),
        }));

        Assert.All(JsonDocument.Parse(answer.Text).RootElement.EnumerateArray(), member => Assert.Null(CodeOf(member)));
    }

    [Fact]
    public async Task The_expanded_fields_of_all_members_count_together()
    {
        var codes = await CodesAsync(Enumerable.Repeat(Expanding, 3).Append(Small));

        Assert.Equal([null, null, "LIMIT_EXPANDED_FIELDS", null], codes);
    }

    [Fact]
    public async Task The_expanded_fields_of_a_document_count_for_every_set_of_variables()
    {
        var answer = await app.PostAsync(JsonSerializer.Serialize(new { query = Expanding, variables = Enumerable.Repeat(new { }, 3) }));

        Assert.Equal(
            [null, null, "LIMIT_EXPANDED_FIELDS"], JsonDocument.Parse(answer.Text).RootElement.EnumerateArray().Select(CodeOf));
    }

    /// <summary>901 fields in fewer than 200 tokens.</summary>
    private static string Expanding =>
        $"{{ person {{ ...a }} }} fragment a on SamplePerson {{ {Aliases(30, "friends { ...b }")} }} fragment b on SamplePerson {{ {Aliases(29, "name")} }}";

    /// <summary>A valid document of exactly so many tokens, unlike every other of another name.</summary>
    private static string OfTokens(int tokens, string name)
    {
        const int Frame = 18;
        var counts = string.Join(' ', Enumerable.Repeat("1", tokens - Frame));
        return $$"""query {{name}} { echo(input: {idNumber: "{{SampleFields.Secret}}", counts: [{{counts}}]}) }""";
    }

    private static string Aliases(int count, string field) => string.Join(
        ' ', Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i}: {field}")));

    private async Task<IEnumerable<string?>> CodesAsync(IEnumerable<string> documents) => (await AnswersAsync(documents)).Select(CodeOf);

    private async Task<JsonElement[]> AnswersAsync(IEnumerable<string> documents)
    {
        var answer = await app.PostAsync(JsonSerializer.Serialize(documents.Select(query => new { query })));
        return [.. JsonDocument.Parse(answer.Text).RootElement.EnumerateArray()];
    }

    private static string? CodeOf(JsonElement member) => member.TryGetProperty("errors", out var errors)
        ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
        : null;
}
