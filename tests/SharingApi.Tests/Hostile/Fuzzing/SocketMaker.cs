using System.Buffers.Binary;
using System.Text;
using static SharingApi.Tests.Hostile.Fuzzing.ValueMaker;

namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>Makes a whole conversation of graphql-transport-ws as bytes: upgrade, frames, goodbye.</summary>
internal sealed class SocketMaker(Samples samples, Dice dice, HeadMaker head, BodyMaker bodies, int faults)
{
    private const byte Text = 0x1;
    private const byte Close = 0x8;

    private static readonly string[] Oddities =
    [
        "", "{}", "[]", "null", "1", "{\"type\":null}", "{\"type\":\"start\"}", "{\"type\":\"connection_ack\"}", "{\"type\":\"ping\"}", "{\"type\":\"pong\",\"payload\":{}}",
        "{\"type\":\"ping\",\"payload\":[[]]}", "{\"type\":\"complete\",\"id\":\"1\"}", "{\"type\":\"complete\"}", "{\"type\":\"subscribe\"}", "{\"type\":\"subscribe\",\"id\":\"\"}",
        "{\"type\":\"subscribe\",\"id\":1,\"payload\":{}}", "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":null}", "{\"type\":\"connection_init\",\"payload\":{\"authorization\":1}}",
        "{\"type\":\"connection_init\",\"payload\":[]}", "{\"type\":\"ping\",\"type\":\"pong\"}", "{\"type\":\"\\ud800\"}", "{\"id\":\"\\u0000\",\"type\":\"complete\"}",
        "{\"type\":\"connection_init\",\"payload\":{\"authorization\":null,\"Authorization\":\"x\"}}", "{\"type\":\"next\",\"id\":\"1\",\"payload\":{}}",
    ];

    public FuzzCase Make(int seed, int number, Caller caller)
    {
        var protocol = dice.Percent(96) ? "graphql-transport-ws" : dice.Pick("graphql-ws", "", "graphql-transport-ws, x", "张");
        var version = dice.Percent(98) ? "13" : dice.Pick("8", "x", "");
        var upgrade = head.Make(
            "GET", "/graphql", caller, "Connection: Upgrade", "Upgrade: websocket", $"Sec-WebSocket-Version: {version}",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", $"Sec-WebSocket-Protocol: {protocol}");
        List<byte> frames = [];
        if (dice.Percent(95))
        {
            Add(frames, Init(caller));
        }

        var mayRun = false;
        for (var left = dice.Below(6); left > 0; left--)
        {
            var (message, isSubscription) = dice.Percent(70) ? Subscribe() : (dice.Pick(Oddities), false);
            mayRun |= isSubscription;
            Add(frames, message);
        }

        byte[] sent = dice.Percent(8) ? Breakage.Of([.. frames], dice) : [.. frames];

        // Whoever says nothing more is closed when its time is over, unless an operation runs.
        byte[] parting = dice.Percent(97) ? Frame(Close, [0x03, 0xE8]) : [];
        return new(seed, number, Dialect.Frames, [.. Encoding.UTF8.GetBytes(upgrade), .. sent], parting) { MayEndSilent = mayRun };
    }

    private string Init(Caller caller)
    {
        var token = samples.Tokens[caller.Client];
        return dice.Percent(92)
            ? $"{{\"type\":\"connection_init\",\"payload\":{{\"authorization\":{Quote($"Bearer {token}")}{(caller.Purpose is { } purpose ? $",\"sharing-purpose\":{Quote(purpose)}" : "")}}}}}"
            : dice.Pick(
                "{\"type\":\"connection_init\"}", "{\"type\":\"connection_init\",\"payload\":{}}", $"{{\"type\":\"connection_init\",\"payload\":{{\"AUTHORIZATION\":\"Bearer {token}\",\"purpose\":\"NOPE\"}}}}",
                "{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer x\"}}", $"{{\"type\":\"connection_init\",\"payload\":{new string('[', 40)}{new string(']', 40)}}}");
    }

    private (string Message, bool IsSubscription) Subscribe()
    {
        var (body, isSubscription) = bodies.Make();
        var id = dice.Percent(90) ? dice.Pick("1", "2", "3", "4") : dice.Pick("", "张", "\0", "\"", new string('i', 129), new string('i', 128));
        return ($"{{\"id\":{Quote(id)},\"type\":\"subscribe\",\"payload\":{body}}}", isSubscription);
    }

    private void Add(List<byte> bytes, string message)
    {
        var payload = Breakage.Encoded(message, dice);
        payload = dice.Percent(faults) ? Breakage.Of(payload, dice) : payload;
        if (dice.Percent(10) && payload.Length > 1)
        {
            // In two fragments, with a ping between them.
            var half = payload.Length / 2;
            bytes.AddRange(Frame(Text, payload[..half], isLast: false));
            bytes.AddRange(Frame(0x9, [1, 2, 3]));
            bytes.AddRange(Frame(0x0, payload[half..]));
            return;
        }

        bytes.AddRange(Frame(dice.Percent(faults) ? dice.Pick<byte>(0x0, 0x2, 0x3, 0x9, 0xA, 0xB) : Text, payload));
    }

    private byte[] Frame(byte kind, byte[] payload, bool isLast = true)
    {
        byte[] mask = [(byte)dice.Below(256), (byte)dice.Below(256), 7, 0];
        var first = (byte)(kind | (isLast ? 0x80 : 0) | (dice.Percent(faults) && dice.Percent(20) ? 0x40 : 0));
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, payload.Length);
        byte[] size = payload.Length switch
        {
            < 126 => [(byte)(0x80 | payload.Length)],
            <= ushort.MaxValue => [0x80 | 126, .. length[6..]],
            _ => [0x80 | 127, .. length],
        };
        return [first, .. size, .. mask, .. payload.Select((b, at) => (byte)(b ^ mask[at % 4]))];
    }
}
