using System.Text;
using static SharingApi.Tests.Hostile.Fuzzing.ValueMaker;

namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>Makes requests in JSON: alone, in batches, with sets of variables, and with keys that do not belong.</summary>
internal sealed class BodyMaker(Func<MadeDocument> document, Dice dice, int faults)
{
    private static readonly string[] Oddities =
    [
        "", "null", "1", "\"query\"", "[]", "{}", "[[]]", "[{}]", "[null]", "{\"query\":null}", "{\"query\":1}", "{\"query\":\"\"}", "{\"query\":{}}",
        "[[[{\"query\":\"{__typename}\"}]]]", "{\"query\":\"{__typename}\",\"variables\":[]}", "{\"query\":\"{__typename}\",\"variables\":[[]]}",
        "{\"query\":\"{__typename}\",\"query\":\"{__typename}\"}", "{\"id\":\"x\",\"type\":\"subscribe\"}", "{\"query\":\"{__typename}\"}{}",
        "{\"query\":\"{__typename}\",\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"00\"}}}", "{\"query\":\"{__typename}\"} ",
        "{\"extensions\":{\"persistedQuery\":{\"version\":2,\"sha256Hash\":null}}}", "{\"documentId\":\"x\"}", "{\"id\":\"../../x\",\"variables\":{}}",
    ];

    /// <summary>A body in text, and whether it asks for an event after another.</summary>
    public (string Text, bool IsSubscription) Make() => dice.Below(100) switch
    {
        < 6 => (dice.Pick(Oddities), false),
        < 14 => (Batch(), false),
        < 18 => (Sets(), false),
        _ => One(),
    };

    /// <summary>A document by itself, for an address, with what belongs to it.</summary>
    public string MakeDocument(out MadeDocument made)
    {
        made = document();
        return dice.Percent(faults * 3) ? Breakage.Document(made.Text, dice) : made.Text;
    }

    private (string Text, bool IsSubscription) One()
    {
        var text = MakeDocument(out var made);
        List<string> keys = [$"\"query\":{Quote(text)}"];
        if (made.Variables.Length > 2 || dice.Percent(20))
        {
            keys.Add($"\"variables\":{(dice.Percent(faults) ? dice.Pick("null", "1", "\"\"", "{\"\":{}}") : made.Variables)}");
        }

        if (made.OperationName is { } name)
        {
            keys.Add($"\"operationName\":{(dice.Percent(faults) ? dice.Pick("null", "1", "{}") : Quote(name))}");
        }

        if (dice.Percent(10))
        {
            keys.Add(dice.Pick("\"extensions\":{}", "\"extensions\":{\"a\":[1,{\"b\":null}]}", "\"extensions\":null", "\"x\":1e5", "\"x\":[[[[]]]]", "\"variables\":{}"));
        }

        return ($"{{{string.Join(dice.Pick(",", ", ", ",\r\n\t"), keys)}}}", made.IsSubscription);
    }

    private string Batch()
    {
        var members = Enumerable.Range(0, dice.Pick(1, 2, 3, 19, 21)).Select(number => number < 3 ? One().Text : dice.Pick<string>(Oddities.AsSpan(5)));
        return new StringBuilder("[").AppendJoin(',', members).Append(']').ToString();
    }

    private string Sets()
    {
        var made = document();
        var sets = Enumerable.Repeat(made.Variables, dice.Pick(1, 2, 5, 20, 21)).ToList();
        sets[^1] = dice.Pick("{}", "null", "{\"v0\":null}", made.Variables);
        return $"{{\"query\":{Quote(made.Text)},\"variables\":[{string.Join(',', sets)}]}}";
    }
}
