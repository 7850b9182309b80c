namespace SharingApi.Tests.Hostile;

/// <summary>Documents and bodies that are small to send and dear to read, each of which has ended or stalled a GraphQL server.</summary>
internal static class HostileInputs
{
    public static TheoryData<string, string> Documents => new()
    {
        { "brackets in a literal", $"{{ nodes(ids: {new string('[', 20_000)}{new string(']', 20_000)}) {{ id }} }}" },
        { "braces in a literal", $"{{ a(b: {Repeat(20_000, "{a:")}1{new string('}', 20_000)}) }}" },
        { "selections", $"{Repeat(20_000, "{a")}{new string('}', 20_000)}" },
        { "repeated fields", $"{{ {Repeat(20_000, "__typename ")} }}" },
        { "aliases", $"{{ {string.Concat(Enumerable.Range(0, 1_000).Select(i => $"a{i}: viewer {{ client }} "))} }}" },
        { "repeated fields of one root", $"{{ viewer {{ {Repeat(20_000, "client ")} }} }}" },
        { "directives", $"{{ __typename {Repeat(5_000, "@skip(if: false) ")} }}" },
        { "doubling fragments", $"{{ ...f0 }} {string.Concat(Enumerable.Range(0, 40).Select(i => $"fragment f{i} on Query {{ ...f{i + 1} ...f{i + 1} }} "))} fragment f40 on Query {{ __typename }}" },
        { "a cycle of fragments", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }" },
        { "a long string", "{ a(b: \"" + new string('x', 100_000) + "\") }" },
        { "a fault in a long line", "{ a(b: \"" + Repeat(120_000, "\\\\") + "\") ? }" },
        { "a fault behind a long line of names", "{ " + Repeat(2_000, new string('a', 200) + " ") + "? }" },
        { "an unclosed string", "{ a(b: \"" + new string('x', 100_000) },
        { "a long block string", "{ a(b: \"\"\"" + new string('x', 400_000) + "\"\"\") }" },
        { "an unclosed block string", "{ a(b: \"\"\"" + new string('x', 400_000) },
        { "a block string of escaped ends", "{ a(b: \"\"\"" + Repeat(100_000, "\\\"\"\"") },
        { "directives of a variable", $"query Q($a: Int {Repeat(5_000, "@x ")}) {{ __typename }}" },
        { "an escaped lone surrogate", """{ node(id: "\ud800") { id } }""" },
        { "an escaped NUL", """{ node(id: "\u0000") { id } }""" },
        { "a huge float", "{ persons(first: 1e999999) { totalCount } }" },
        { "a huge number", $"{{ persons(first: {new string('9', 100_000)}) {{ totalCount }} }}" },
        { "a huge name", $"{{ {new string('a', 500_000)} }}" },
        { "comments", Repeat(100_000, "#\n") },
        { "list types", $"query Q($a: {new string('[', 20_000)}Int{new string(']', 20_000)}) {{ __typename }}" },
        { "variables", $"query Q({string.Concat(Enumerable.Range(0, 20_000).Select(i => $"$a{i}: Int "))}) {{ __typename }}" },
        { "too costly pages", $"{{ {string.Concat(Enumerable.Range(0, 20).Select(i => $"a{i}: persons(first: 200) {{ nodes {{ id name sex serviceNeeds {{ id domain status year provider }} }} }} "))} }}" },
    };

    public static TheoryData<string, string> Bodies => new()
    {
        { "brackets in variables", $$"""{"query":"{ __typename }","variables":{"a":{{Nested(20_000)}} } }""" },
        { "brackets alone", new string('[', 500_000) },
        { "a batch of batches", Nested(1_000) },
        { "many members", $"[{string.Join(',', Enumerable.Repeat("{}", 100_000))}]" },
        { "a lone surrogate", """{"query":"{ \ud800 }"}""" },
        { "a huge string in variables", """{"query":"query Q($n: IdNumber!) { personByIdNumber(idNumber: $n) { id } }","variables":{"n":"LONG"}}""".Replace("LONG", new string('x', 900_000), StringComparison.Ordinal) },
        { "braces in variables", $"{{\"query\":\"{{ __typename }}\",\"variables\":{Repeat(20_000, "{\"a\":")}1{new string('}', 20_000)}}}" },
        { "a batch in a batch", $$"""[{{string.Join(',', Enumerable.Repeat("[{}]", 20))}}]""" },
        { "sets in a batch", $"[{string.Join(',', Enumerable.Repeat("{\"query\":\"{__typename}\",\"variables\":[{},{}]}", 20))}]" },
        { "a NUL", """{"query":"{ a(b: \"\u0000\") }"}""" },
        { "many keys", $"{{{string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"k{i}\":1"))}}}" },
        { "many values", $$"""{"query":"{ __typename }","variables":{"a":[{{string.Join(',', Enumerable.Repeat("1", 400_000))}}]} }""" },
        { "a huge exponent", """{"query":"{ __typename }","variables":{"a":1e999999}}""" },
    };

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static string Repeat(int times, string text) => string.Concat(Enumerable.Repeat(text, times));
}
