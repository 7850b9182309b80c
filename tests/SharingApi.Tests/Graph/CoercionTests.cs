namespace SharingApi.Tests.Graph;

public sealed class CoercionTests(GraphApp app) : IClassFixture<GraphApp>
{
    private const string Secret = SampleFields.Secret;

    /// <summary>Argument, its type, a wrong value that holds a secret (as JSON), the finding.</summary>
    public static TheoryData<string, string, string, string?> WrongValues => new()
    {
        { "idNumber", "IdNumber", "\"530199197602290011\"", "ID_CHECK" },
        { "idNumber", "IdNumber", "\"53019919760229001\"", "ID_SHAPE" },
        { "idNumber", "IdNumber", "\"530199760229001\"", "ID_LEGACY_15" },
        { "idNumber", "IdNumber", "\"530199209901010037\"", "ID_DATE" },
        { "idNumber", "IdNumber", "530199197602290010", null },
        { "certificateNumber", "CertificateNumber", "\"53019919760229001099\"", "CERT_CATEGORY" },
        { "certificateNumber", "CertificateNumber", "true", null },
        { "partialDate", "PartialDate", $"\"{Secret}\"", "DATE_SHAPE" },
        { "partialDate", "PartialDate", "530199", null },
        { "localDate", "LocalDate", $"\"{Secret}\"", "DATE_SHAPE" },
        { "localDate", "LocalDate", "\"2026-02-30\"", "DATE_SHAPE" },
        { "dateTime", "DateTime", $"\"{Secret}\"", "DATE_TIME_SHAPE" },
        { "dateTime", "DateTime", "\"2026-06-02T09:15:00\"", "DATE_TIME_SHAPE" },
        { "sex", "Sex", $"\"{Secret}\"", null },
        { "int", "Int", $"\"{Secret}\"", null },
        { "int", "Int", "530199197602290010", null },
        { "float", "Float", $"\"{Secret}\"", null },
        { "boolean", "Boolean", $"\"{Secret}\"", null },
        { "string", "String", "530199197602290010", null },
        { "id", "ID", "53.5", null },
        { "input", "SampleInput", $"\"{Secret}\"", null },
        { "input", "SampleInput", $"{{\"idNumber\":\"530199197602290011\"}}", "ID_CHECK" },
        { "input", "SampleInput", $"{{\"idNumber\":\"{Secret}\",\"counts\":[1,\"{Secret}\"]}}", null },
        { "input", "SampleInput", $"{{\"idNumber\":\"{Secret}\",\"nobody\":\"{Secret}\"}}", null },
        { "input", "SampleInput", $"{{\"idNumber\":null}}", null },
        { "input", "SampleInput", "{}", null },
    };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public async Task A_wrong_variable_is_refused_without_being_repeated(
        string argument, string type, string value, string? finding)
    {
        var answer = await app.PostAsync(
            $$$"""{"query":"query($v: {{{type}}}) { echo({{{argument}}}: $v) }","variables":{"v":{{{value}}}}}""");

        AssertRefused(answer, value, finding);
    }

    [Theory]
    [MemberData(nameof(WrongValues))]
    public async Task A_wrong_literal_is_refused_without_being_repeated(
        string argument, string type, string value, string? finding)
    {
        _ = type;
        var literal = Literal(value);

        var answer = await app.QueryAsync($"{{ echo({argument}: {literal}) }}");

        AssertRefused(answer, value, finding);
    }

    [Theory]
    [MemberData(nameof(WrongValues))]
    public async Task A_wrong_default_is_refused_without_being_repeated(
        string argument, string type, string value, string? finding)
    {
        var literal = Literal(value);

        var answer = await app.QueryAsync($"query($v: {type} = {literal}) {{ echo({argument}: $v) }}");

        AssertRefused(answer, value, finding);
    }

    [Theory]
    [InlineData("query($v: IdNumber!) { echo(idNumber: $v) }", "IdNumber!")]
    [InlineData("query($v: [ID!]!) { __typename }", "[ID!]!")]
    public async Task A_missing_variable_is_named_with_its_type(string query, string expected)
    {
        var answer = await app.QueryAsync(query);

        Assert.Contains(answer.Code, (string[])["INPUT_INVALID", "DOCUMENT_INVALID"]);
        Assert.True(answer.Code != "INPUT_INVALID" || answer.Extension("expected").GetString() == expected);
    }

    [Theory]
    [InlineData("idNumber", "\"530199197602290010\"")]
    [InlineData("idNumber", "\"５３０１９９１９６８１１０５０１４Ｘ\"")]
    [InlineData("certificateNumber", "\"53019919760229001043\"")]
    [InlineData("partialDate", "\"2026-05\"")]
    [InlineData("localDate", "\"2026-05-01\"")]
    [InlineData("dateTime", "\"2026-05-01T08:30:00.125+08:00\"")]
    [InlineData("dateTime", "\"2026-05-01T00:30:00Z\"")]
    [InlineData("sex", "FEMALE")]
    [InlineData("id", "7")]
    [InlineData("input", "{ idNumber: \"530199197602290010\" counts: 1 }")]
    public async Task A_right_value_is_taken(string argument, string literal) =>
        Assert.Equal("""{"data":{"echo":"heard"}}""", (await app.QueryAsync($"{{ echo({argument}: {literal}) }}")).Text);

    /// <summary>JSON as a GraphQL literal: keys stand without quotes.</summary>
    private static string Literal(string json) => json
        .Replace("\"idNumber\":", "idNumber: ", StringComparison.Ordinal)
        .Replace("\"counts\":", "counts: ", StringComparison.Ordinal)
        .Replace("\"nobody\":", "nobody: ", StringComparison.Ordinal);

    private static void AssertRefused(Answer answer, string value, string? finding)
    {
        Assert.Equal((400, "INPUT_INVALID"), (answer.Status, answer.Code));
        Assert.DoesNotContain(Secret, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("5301991976", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", answer.Text, StringComparison.Ordinal);
        Assert.True(value.Length < 4 || !answer.Text.Contains(value.Trim('"'), StringComparison.Ordinal));
        if (finding is not null)
        {
            Assert.Equal(finding, answer.Extension("finding").GetString());
        }
    }
}
