using System.Text.Json;
using System.Text.RegularExpressions;

namespace Testing;

/// <summary>What no sentence of the server may say: a type of ours, SQL, a stack frame, a number of a citizen.</summary>
/// <remarks>Every answer that an <see cref="Asker"/> gets is held to it, so that each test of whatever else is one of this too.</remarks>
public static partial class Discretion
{
    /// <summary>What a sentence gives away; null where that is nothing.</summary>
    public static string? Betrayed(string sentence) => Inside(sentence) ?? ValueOf(Number().Match(sentence));

    /// <summary>The same of a text that may have numbers: types, SQL and stack frames only.</summary>
    public static string? Inside(string text) => ValueOf(Inner().Match(text));

    /// <summary>The first sentence in an answer that gives something away: of errors, of findings, and of the faults in payloads.</summary>
    public static string? BetrayedIn(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.Object => answer.EnumerateObject().Select(BetrayedIn).FirstOrDefault(told => told is not null),
        JsonValueKind.Array => answer.EnumerateArray().Select(BetrayedIn).FirstOrDefault(told => told is not null),
        _ => null,
    };

    private static string? BetrayedIn(JsonProperty property) =>
        property is { Name: "message", Value.ValueKind: JsonValueKind.String }
            ? Betrayed(property.Value.GetString()!)
            : BetrayedIn(property.Value);

    private static string? ValueOf(Match match) => match.Success ? match.Value : null;

    [GeneratedRegex(@"\d{17}[\dXx]", RegexOptions.None, 1_000)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"System\.\w|Microsoft\.\w|GraphQL\.\w|GraphQLParser|Exception|\bat [A-Z]\w+\.|\.cs\b|SELECT .* FROM|SQLite|Npgsql|`\d|NullReference",
        RegexOptions.None,
        1_000)]
    private static partial Regex Inner();
}
