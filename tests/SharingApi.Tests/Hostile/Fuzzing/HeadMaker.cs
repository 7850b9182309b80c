using System.Globalization;
using System.Text;

namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>Makes the head of an HTTP request: method, address, headers; mostly well, sometimes not.</summary>
internal sealed class HeadMaker(Samples samples, Dice dice, int faults)
{
    private static readonly string[] Accepts =
    [
        "application/graphql-response+json", "application/json", "*/*", "application/graphql-response+json, application/json;q=0.5", "text/event-stream",
        "text/html", "", ";;;", "application/json;q=2", "*", "application/graphql-response+json; charset=utf-16", "text/event-stream, */*;q=0.1",
    ];

    private static readonly string[] Types =
    [
        "application/json; charset=utf-8", "application/json;charset=\"utf-8\"", "application/json; charset=utf-16", "text/plain", "", "application/graphql", ";",
        "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "APPLICATION/JSON", "application/json, text/plain", "application/json; charset=gb18030",
    ];

    private static readonly string[] Oddities =
    [
        "Accept-Language: zh-CN, en;q=0.5", "Accept-Language: ;;q=x", "Content-Encoding: gzip", "Content-Encoding: br", "Cookie: a=b", "Range: bytes=0-1",
        "Origin: null", "Sharing-Case: 昆残联〔2026〕1号", "Sharing-Case: \u0001", "X-Forwarded-For: ::1", "Accept-Encoding: gzip, br", "Expect: 100-continue",
        "If-None-Match: *", "If-None-Match: \"x\"", "traceparent: 00-0-0-00", "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "Sharing-Purpose: SUBSIDY", "GraphQL-Preflight: 1", "X-HTTP-Method-Override: DELETE", "Sharing-Case:", "Via: 1.0 a",
    ];

    /// <summary>The whole head, its empty line included.</summary>
    /// <param name="method">As sent.</param>
    /// <param name="target">Path and query, as sent.</param>
    /// <param name="caller">Whose token goes with it.</param>
    /// <param name="framing">Headers that say where the body ends; those of an upgrade.</param>
    public string Make(string method, string target, Caller caller, params IEnumerable<string> framing)
    {
        List<string> lines = [$"{method} {target} HTTP/1.1", "Host: localhost", .. framing, .. Identity(caller)];
        if (dice.Percent(90))
        {
            lines.Add($"Accept: {(dice.Percent(75) ? dice.Pick<string>(Accepts.AsSpan(0, 2)) : dice.Pick(Accepts))}");
        }

        for (; dice.Percent(20);)
        {
            lines.Add(dice.Pick(Oddities));
        }

        return new StringBuilder().AppendJoin("\r\n", lines).Append("\r\n\r\n").ToString();
    }

    public string ContentType() => $"Content-Type: {(dice.Percent(100 - faults) ? "application/json" : dice.Pick(Types))}";

    /// <summary>Some bytes as an address carries them; some are not escaped that should be.</summary>
    public string Escaped(string text) => Uri.EscapeDataString(dice.Percent(faults) ? text : Shortened(text))
        .Replace("%20", dice.Pick("%20", "+"), StringComparison.Ordinal) + (dice.Percent(faults) ? dice.Pick("%", "%zz", "%00", "%ff", "%c0%af", "&&=", ";") : "");

    private static string Shortened(string text) => text.Length > 6_000 ? text[..6_000] : text;

    private IEnumerable<string> Identity(Caller caller)
    {
        var token = samples.Tokens[caller.Client];
        if (dice.Percent(96))
        {
            yield return $"Authorization: Bearer {token}";
        }
        else
        {
            yield return "Authorization: " + dice.Pick(
                "", "Bearer", "Bearer ", "Basic YTpi", $"bearer {token}", $"Bearer {token[..^4]}AAAA", $"Bearer {token[..50]}", "Bearer a.b.c",
                $"Bearer {new string('x', 20_000)}", $"Bearer {token}, Bearer {token}", "Bearer eyJhbGciOiJub25lIn0.e30.");
        }

        var purpose = dice.Percent(97) ? caller.Purpose : dice.Pick("CERT", "AUDIT", "cert", "NOPE", "", "SUBSIDY, CERT", "用途", "1", "0");
        if (purpose is not null)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Sharing-Purpose: {purpose}");
        }
    }
}
