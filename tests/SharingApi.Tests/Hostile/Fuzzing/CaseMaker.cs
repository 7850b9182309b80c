using System.Globalization;
using System.Text;

namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>Makes the case of a seed and a number; whatever was made before it has no part in it.</summary>
internal sealed class CaseMaker(Grammar grammar, Samples samples)
{
    private static readonly string[] Methods = ["PUT", "DELETE", "OPTIONS", "HEAD", "TRACE", "PATCH", "QUERY", "get", "POST\0"];

    private static readonly string[] Targets =
    [
        "/graphql/", "/graphql/schema", "/graphql/ui/", "/graphql/ui/bcp-config.json", "/graphql/%2e%2e/x", "/graphql//", "//graphql", "/GRAPHQL", "*", "/",
        "/graphql/ui/%00", "/graphql/ui/..%5c..%5cx", "/health/ready", "/health/live", "/.well-known/jwks.json", "/graphql?", "/graphql#x", "http://x/graphql", "/%",
    ];

    public FuzzCase Make(int seed, int number)
    {
        var dice = Dice.Of(seed, number);
        var faults = dice.Pick(0, 0, 1, 4, 15);
        var caller = dice.Pick(Callers.All);
        var head = new HeadMaker(samples, dice, faults);
        var bodies = new BodyMaker(
            () => new DocumentMaker(grammar, new ValueMaker(grammar, samples, dice, faults), dice, faults).Make(caller), dice, faults);
        return dice.Below(100) switch
        {
            < 62 => Post(seed, number, dice, head, bodies, caller),
            < 74 => Get(seed, number, dice, head, bodies, caller),
            < 92 => new SocketMaker(samples, dice, head, bodies, faults).Make(seed, number, caller),
            < 96 => Elsewhere(seed, number, dice, head, bodies, caller),
            _ => Broken(seed, number, dice, head, bodies, caller),
        };
    }

    private static FuzzCase Post(int seed, int number, Dice dice, HeadMaker head, BodyMaker bodies, Caller caller)
    {
        var (text, isSubscription) = bodies.Make();
        var body = Breakage.Encoded(text, dice);
        body = dice.Percent(12) ? Breakage.Of(body, dice) : body;
        if (dice.Percent(8))
        {
            var chunked = head.Make("POST", "/graphql", caller, head.ContentType(), "Transfer-Encoding: chunked");
            return new(seed, number, Dialect.Request, [.. Ascii(chunked), .. Chunks(body, dice)], []) { MayEndSilent = isSubscription };
        }

        // A body that never comes to its end is refused when its time is over.
        var missing = dice.Percent(1) ? dice.Pick(1, 1_000) : 0;
        var length = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length + missing}");
        var whole = head.Make("POST", "/graphql", caller, head.ContentType(), length);
        return new(seed, number, Dialect.Request, [.. Ascii(whole), .. body], []) { MayEndSilent = isSubscription };
    }

    private static FuzzCase Get(int seed, int number, Dice dice, HeadMaker head, BodyMaker bodies, Caller caller)
    {
        var target = new StringBuilder("/graphql?query=").Append(head.Escaped(bodies.MakeDocument(out var made)));
        if (made.Variables.Length > 2)
        {
            target.Append("&variables=").Append(head.Escaped(made.Variables));
        }

        if (made.OperationName is { } name)
        {
            target.Append("&operationName=").Append(head.Escaped(name));
        }

        target.Append(dice.Percent(90) ? "" : dice.Pick("&query={__typename}", "&variables=%7B%7D", "&extensions=%7B%7D", "&extensions=[", "&x=y", "&variables=", "&operationName=a"));

        // Longer than Kestrel takes a request line: refused by it.
        var dialect = target.Length < 7_500 && !target.ToString().Contains("%00", StringComparison.Ordinal) ? Dialect.Request : Dialect.Wire;
        return new(seed, number, dialect, Ascii(head.Make("GET", target.ToString(), caller)), []) { MayEndSilent = made.IsSubscription };
    }

    private static FuzzCase Elsewhere(int seed, int number, Dice dice, HeadMaker head, BodyMaker bodies, Caller caller)
    {
        var body = Encoding.UTF8.GetBytes(bodies.Make().Text);
        var length = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}");
        var method = dice.Percent(50) ? dice.Pick("GET", "POST") : dice.Pick(Methods);
        var opening = head.Make(method, dice.Pick(Targets), caller, head.ContentType(), length);
        return new(seed, number, Dialect.Wire, [.. Ascii(opening), .. body], []) { MayEndSilent = true };
    }

    private static FuzzCase Broken(int seed, int number, Dice dice, HeadMaker head, BodyMaker bodies, Caller caller)
    {
        var body = Encoding.UTF8.GetBytes(bodies.Make().Text);
        var framing = dice.Pick(
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}"), "Content-Length: -1", "Content-Length: 99999999999999999999",
            "Transfer-Encoding: chunked", "Transfer-Encoding: gzip, chunked", "Content-Length: 1\r\nContent-Length: 2", "Transfer-Encoding: identity");
        byte[] opening = [.. Ascii(head.Make("POST", "/graphql", caller, head.ContentType(), framing)), .. body];
        return new(seed, number, Dialect.Wire, dice.Percent(70) ? Breakage.Of(opening, dice) : opening, []) { MayEndSilent = true };
    }

    private static byte[] Chunks(byte[] body, Dice dice)
    {
        List<byte> chunks = [];
        for (var at = 0; at < body.Length;)
        {
            var length = Math.Min(body.Length - at, dice.Pick(1, 7, 4_096, 100_000));
            chunks.AddRange(Ascii(string.Create(CultureInfo.InvariantCulture, $"{length:x}\r\n")));
            chunks.AddRange(body.AsSpan(at, length));
            chunks.AddRange("\r\n"u8);
            at += length;
        }

        chunks.AddRange("0\r\n\r\n"u8);
        return [.. chunks];
    }

    /// <summary>Header values may hold more than ASCII: they go as UTF-8.</summary>
    private static byte[] Ascii(string text) => Encoding.UTF8.GetBytes(text);
}
