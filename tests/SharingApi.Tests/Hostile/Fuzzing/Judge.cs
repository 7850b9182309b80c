using System.Text;

namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>Says what is wrong with an answer; null where it is as promised.</summary>
internal static class Judge
{
    private static readonly int[] Statuses = [200, 400, 401, 403, 404, 405, 406, 408, 413, 415];

    private static readonly int[] OfTheWebServer = [.. Statuses, 101, 302, 304, 411, 414, 417, 426, 431, 501, 503, 505];

    private static readonly int[] CloseCodes = [1000, 1002, 1007, 1009, 4400, 4401, 4403, 4406, 4408, 4409, 4429];

    private static readonly string[] MessageTypes = ["connection_ack", "ping", "pong", "next", "error", "complete"];

    public static string? Verdict(FuzzCase sent, Heard heard)
    {
        if (!heard.IsEnded)
        {
            return $"was neither answered nor closed within {heard.Took}; came so far: {Encoding.Latin1.GetString(heard.Bytes)}";
        }

        var reply = HttpReply.Read(heard.Bytes);
        if (reply is null)
        {
            return heard.Bytes.Length > 0 && !HttpReply.IsInterimOnly(heard.Bytes) ? "got half a head" : sent.Dialect == Dialect.Request ? OfSilence(heard) : null;
        }

        return reply.Status switch
        {
            101 when sent.Dialect == Dialect.Frames => Frames(heard.Bytes, reply.End),
            _ when sent.Dialect == Dialect.Request => Answer(reply),
            _ when !OfTheWebServer.Contains(reply.Status) => $"got status {reply.Status}: {Encoding.UTF8.GetString(reply.Body)}",
            _ => JudgeText.Leak(Encoding.UTF8.GetString(reply.Body), reply.MediaType),
        };
    }

    /// <summary>A server that stops reading resets the connection, and the answer may be lost on the way: closed is closed.</summary>
    private static string? OfSilence(Heard heard) => heard.Took < TimeSpan.FromSeconds(5) ? null : $"got nothing in {heard.Took}";

    private static string? Answer(HttpReply reply)
    {
        if (reply.Status is 400 or 431 && reply.Body.Length == 0)
        {
            return null; // Header bytes that the web server does not take.
        }

        if (!Statuses.Contains(reply.Status))
        {
            return $"got status {reply.Status}: {Encoding.UTF8.GetString(reply.Body)}";
        }

        var text = Encoding.UTF8.GetString(reply.Body);
        return reply.MediaType switch
        {
            "text/event-stream" => JudgeText.Events(text, reply.IsWhole),
            "application/json" or "application/graphql-response+json" when reply.IsWhole => JudgeText.Responses(reply.Body),
            _ => $"got {reply.Body.Length} bytes of '{reply.MediaType}': {text}",
        };
    }

    private static string? Frames(byte[] bytes, int start)
    {
        foreach (var (kind, payload) in SocketFrames.Read(bytes, start))
        {
            var wrong = kind switch
            {
                SocketFrames.Text => Message(payload),
                SocketFrames.Close when payload.Length >= 2 => Goodbye(payload),
                _ => null,
            };
            if (wrong is not null)
            {
                return wrong;
            }
        }

        return null;
    }

    private static string? Goodbye(byte[] payload)
    {
        var code = (payload[0] << 8) | payload[1];
        return CloseCodes.Contains(code) ? null : $"was closed with {code}: {Encoding.UTF8.GetString(payload, 2, payload.Length - 2)}";
    }

    private static string? Message(byte[] payload)
    {
        using var message = JudgeText.Parsed(payload);
        if (message is null)
        {
            return $"got a message that is not JSON: {Encoding.UTF8.GetString(payload)}";
        }

        var root = message.RootElement;
        var type = root.GetProperty("type").GetString();
        return type switch
        {
            _ when !MessageTypes.Contains(type, StringComparer.Ordinal) => $"got a message of type {type}",
            "next" => JudgeText.Response(root.GetProperty("payload")),
            "error" => JudgeText.Errors(root.GetProperty("payload")),
            _ => null,
        };
    }
}
