using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SharingApi.Graph.Limits;
using SharingApi.Graph.Transport;

namespace SharingApi.Tests.Graph;

public sealed class LimitTests(GraphApp app) : IClassFixture<GraphApp>
{
    /// <summary>Generous for a busy machine, and below what one of these costs without limits: 10 s, or the process.</summary>
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(5);

    public static TheoryData<string, string, string> TooMuch => new()
    {
        { "20,000 brackets in a literal", $"{{ echo(input: {Repeat("[", 20_000)}) }}", "LIMIT_TOKENS" },
        { "4,000 brackets in a literal", $"{{ echo(input: {Repeat("[", 4_000)}) }}", "LIMIT_VALUE_DEPTH" },
        { "4,000 brackets in a variable's type", $"query($v: {Repeat("[", 4_000)}) {{ __typename }}", "LIMIT_VALUE_DEPTH" },
        { "33 objects in one another", $"{{ echo(input: {Repeat("{ inner: ", 33)}1{Repeat("}", 33)}) }}", "LIMIT_VALUE_DEPTH" },
        { "4,000 brackets outside arguments", $"type A {{ a: {Repeat("[", 4_000)} }}", "LIMIT_SELECTION_DEPTH" },
        { "4,000 nested selections", $"{Repeat("{ a ", 2_000)}", "LIMIT_SELECTION_DEPTH" },
        { "13 levels", $"{{ person {Repeat("{ friends ", 11)}{{ name }}{Repeat("}", 11)} }}", "LIMIT_SELECTION_DEPTH" },
        { "13 levels in fragments", $"{{ person {{ ...a }} }} {Fragments(11)}", "LIMIT_SELECTION_DEPTH" },
        { "20,000 repeated fields", $"{{ {Repeat("__typename ", 20_000)} }}", "LIMIT_TOKENS" },
        { "501 fields in a set", $"{{ {Repeat("__typename ", 501)} }}", "LIMIT_FIELDS" },
        { "31 repeated fields", $"{{ {Repeat("__typename ", 31)} }}", "LIMIT_ALIASES" },
        { "31 aliases", $"{{ {Aliases(0, 31)} }}", "LIMIT_ALIASES" },
        { "31 aliases by fragments", $"{{ {Aliases(0, 16)} ...f }} fragment f on Query {{ ... {{ {Aliases(16, 15)} }} }}", "LIMIT_ALIASES" },
        { "2^30 fields in doubling fragments", Doubling(30, "__typename"), "LIMIT_EXPANDED_FIELDS" },
        { "2^30 spreads of nothing", Doubling(30, "...nowhere"), "LIMIT_EXPANDED_FIELDS" },
        { "10,001 characters in a line", $"{{ echo(string: \"{Repeat("x", 9_981)}\") }}\n", "LIMIT_LINE" },
        { "a fault in a line of 100,000 characters", $"{{ echo(string: \"{Repeat("\\\\", 50_000)}\") ? }}", "LIMIT_LINE" },
        { "101 directives", $"{{ __typename {Repeat("@include(if: true) ", 101)} }}", "LIMIT_DIRECTIVES" },
    };

    public static TheoryData<string, string> Cyclic => new()
    {
        { "of one", "{ ...a } fragment a on Query { ...a }" },
        { "of two", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }" },
        { "unused", "{ __typename } fragment a on Query { ...a }" },
        { "of forty, each to all", AllToAll(40) },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public async Task Too_much_is_refused_promptly_with_the_numbers_that_mend_it(string what, string query, string code)
    {
        _ = what;
        var watch = Stopwatch.StartNew();

        var answer = await app.QueryAsync(query);

        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.True(answer.Extension("actual").GetInt64() > answer.Extension("limit").GetInt64());
        Assert.True(watch.Elapsed < Promptly, watch.Elapsed.ToString());
        await app.StillAnswersAsync();
    }

    [Theory]
    [MemberData(nameof(Cyclic))]
    public async Task Fragments_that_lead_back_to_themselves_are_refused(string what, string query)
    {
        _ = what;

        var answer = await app.QueryAsync(query);

        Assert.Equal((400, "DOCUMENT_INVALID"), (answer.Status, answer.Code));
        Assert.Equal("5.5.2.2", answer.Extension("rule").GetString());
    }

    [Theory]
    [InlineData(30)]
    [InlineData(1)]
    public async Task As_many_aliases_as_allowed_are_answered(int count) =>
        Assert.Equal(200, (await app.QueryAsync($"{{ {Aliases(0, count)} }}")).Status);

    [Fact]
    public async Task What_graphical_clients_ask_about_the_schema_is_within_the_limits()
    {
        var levels = Repeat("ofType { kind name ", 9) + Repeat("} ", 9);

        var answer = await app.QueryAsync(
            $"{{ __schema {{ types {{ fields {{ args {{ type {{ ...t }} }} }} }} }} }} fragment t on __Type {{ kind {levels} }}");

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData(32, 200, null)]
    [InlineData(33, 400, "LIMIT_VALUE_DEPTH")]
    [InlineData(100_000, 400, "LIMIT_VALUE_DEPTH")]
    public async Task Variables_are_nested_at_most_32_deep(int depth, int status, string? code)
    {
        var answer = await app.PostAsync(
            $$$"""{"query":"{ __typename }","variables":{"a":{{{Repeat("[", depth)}}}{{{Repeat("]", depth)}}}}}""");

        Assert.Equal((status, code), (answer.Status, answer.Code));
        await app.StillAnswersAsync();
    }

    [Theory]
    [InlineData("x", 10_000, null)]
    [InlineData("x", 10_001, "LIMIT_TEXT_LENGTH")]
    [InlineData("残", 10_000, null)]
    [InlineData("残", 10_001, "LIMIT_TEXT_LENGTH")]
    public async Task A_text_in_the_variables_has_at_most_10_000_characters(string character, int count, string? code)
    {
        var answer = await app.PostAsync($$$"""{"query":"{ __typename }","variables":{"a":["{{{Repeat(character, count)}}}"]}}""");

        Assert.Equal(code, answer.Code);
    }

    [Theory]
    [InlineData(49_999, null)]
    [InlineData(50_000, "LIMIT_VALUES")]
    public async Task Variables_hold_at_most_50_000_values_their_lists_among_them(int count, string? code)
    {
        var answer = await app.PostAsync(
            $$$"""{"query":"{ __typename }","variables":{"a":[{{{string.Join(',', Enumerable.Repeat("1", count))}}}]}}""");

        Assert.Equal(code, answer.Code);
    }

    [Theory]
    [InlineData("""{"query":"{ __typename }","other":{"a":[1,{"b":"c"},1e999],"a":2}}""", null)]
    [InlineData("""{"other":{},"query":"{ __typename }","another":[]}""", null)]
    [InlineData("""{"query":"{ __typename }","other":"\ud800"}""", "REQUEST_INVALID")]
    [InlineData("""{"query":"{ __typename }","\ud800":1}""", "REQUEST_INVALID")]
    [InlineData("""{"query":"{ __typename }","other":["\u0000"]}""", "REQUEST_INVALID")]
    [InlineData("""{"query":"{ __typename }","qu\u0065ry":"{ __typename }"}""", "REQUEST_INVALID")]
    [InlineData("""{"query":"{ __typename }","other":[1,}""", "REQUEST_INVALID")]
    public async Task What_a_request_says_besides_is_passed_over_where_it_is_JSON(string body, string? code) =>
        Assert.Equal(code, (await app.PostAsync(body)).Code);

    [Fact]
    public async Task What_a_request_says_besides_is_nested_no_deeper_than_variables()
    {
        var answer = await app.PostAsync($$$"""{"query":"{ __typename }","other":{{{Repeat("[", 40)}}}{{{Repeat("]", 40)}}}}""");

        Assert.Equal("LIMIT_VALUE_DEPTH", answer.Code);
    }

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_is_413()
    {
        var answer = await app.PostAsync($$$"""{"query":"{ __typename }","extensions":{"x":"{{{Repeat("x", 1_048_576)}}}"}}""");

        Assert.Equal((413, "LIMIT_BODY_SIZE"), (answer.Status, answer.Code));
        await app.StillAnswersAsync();
    }

    [Fact]
    public async Task A_body_without_a_stated_length_has_the_same_limit()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent($$"""{"query":"{{Repeat(" ", 1_100_000)}}"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = true;

        var answer = await app.SendAsync(request);

        Assert.Equal((413, "LIMIT_BODY_SIZE"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_body_that_trickles_in_is_given_up_after_ten_seconds()
    {
        var clock = new FakeTimeProvider();
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync("{\"query\":"u8.ToArray());
        var http = new DefaultHttpContext();
        http.Features.Set<IRequestBodyPipeFeature>(new BodyPipe(pipe.Reader));

        var reading = new RequestBody(Options.Create(new LimitOptions()), clock).ReceiveAsync(http.Request, default);
        clock.Advance(TimeSpan.FromSeconds(10));
        var received = await reading;

        Assert.Null(received.Pipe);
        Assert.Equal("LIMIT_BODY_TIME", received.Refusal!.Code);
    }

    [Fact]
    public async Task A_response_over_the_limit_is_refused_whole()
    {
        var answer = await app.QueryAsync("{ long }");

        Assert.Equal((400, "LIMIT_RESPONSE_SIZE"), (answer.Status, answer.Code));
        Assert.True(answer.Text.Length < 1_000);
    }

    [Theory]
    [InlineData("{ a(b: \"[[[[{{{{\") }", 8, 0, 1)]
    [InlineData("{ a # [[[[ {{{{\n b }", 4, 0, 1)]
    [InlineData("{ a(b: \"\"\"[[ \\\"\"\" \" [[\"\"\") }", 8, 0, 1)]
    [InlineData("{ a(b: \"\\\"[[\") }", 8, 0, 1)]
    [InlineData("{ a(b: [[1 -2.5e+3], {c: [d]}]) { e } }", 23, 3, 2)]
    [InlineData("query($a: [Int!]) @b { ...c }", 16, 1, 1)]
    [InlineData("\"\"\" never closed [[[[", 1, 0, 0)]
    [InlineData("\" never closed [[[[", 1, 0, 0)]
    public void The_scan_counts_what_the_parser_would_see(string text, int tokens, int values, int selections)
    {
        var scan = TokenScan.Of(text);

        Assert.Equal((tokens, values, selections), (scan.Tokens, scan.ValueDepth, scan.SelectionDepth));
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string Aliases(int first, int count) => string.Join(
        ' ', Enumerable.Range(first, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i}: __typename")));

    private static string Fragments(int levels) => string.Concat(Enumerable.Range(0, levels).Select(i =>
        $"fragment {(char)('a' + i)} on SamplePerson {{ friends {{ {(i + 1 < levels ? $"...{(char)('a' + i + 1)}" : "name")} }} }} "));

    private static string Doubling(int levels, string leaf) =>
        "{ ...f0 } " + string.Concat(Enumerable.Range(0, levels).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"fragment f{i} on Query {{ ...f{i + 1} ...f{i + 1} }} "))) +
        string.Create(CultureInfo.InvariantCulture, $"fragment f{levels} on Query {{ {leaf} }}");

    private static string AllToAll(int count)
    {
        var spreads = string.Concat(Enumerable.Range(0, count).Select(i => $"...f{i} "));
        return $"{{ {spreads} }} " + string.Concat(Enumerable.Range(0, count).Select(i => $"fragment f{i} on Query {{ {spreads} }}\n"));
    }

    private sealed class BodyPipe(PipeReader reader) : IRequestBodyPipeFeature
    {
        public PipeReader Reader => reader;
    }
}
