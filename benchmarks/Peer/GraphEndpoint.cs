using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Peer.Answers;

namespace Peer;

/// <summary>Answers the requests that the server answers, each by code that was written for it alone.</summary>
internal sealed class GraphEndpoint(KnownTokens tokens, IEnumerable<IAnswer> answers)
{
    private const string ContentType = "application/graphql-response+json; charset=utf-8";

    private readonly Dictionary<string, IAnswer> _answers =
        answers.ToDictionary(answer => answer.Operation, StringComparer.Ordinal);

    private readonly ConcurrentBag<Output> _outputs = [];

    public async Task AnswerAsync(HttpContext http)
    {
        if (!await tokens.AreValidAsync(http.Request.Headers.Authorization))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var body = await BodyAsync(http);
        var output = _outputs.TryTake(out var used) ? used : new Output();
        var request = PeerRequest.Read(body.IsSingleSegment ? body.First : body.ToArray());
        await _answers[request.Operation].WriteAsync(request, output.Writer);
        await output.Writer.FlushAsync(http.RequestAborted);
        http.Request.BodyReader.AdvanceTo(body.End);

        http.Response.ContentType = ContentType;
        http.Response.ContentLength = output.Buffer.WrittenCount;
        await http.Response.BodyWriter.WriteAsync(output.Buffer.WrittenMemory, http.RequestAborted);
        output.Clear();
        _outputs.Add(output);
    }

    private static async ValueTask<ReadOnlySequence<byte>> BodyAsync(HttpContext http)
    {
        while (true)
        {
            var read = await http.Request.BodyReader.ReadAsync(http.RequestAborted);
            if (read.IsCompleted)
            {
                return read.Buffer;
            }

            http.Request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>A buffer with its writer, used again by one request after the other.</summary>
    private sealed class Output
    {
        private const int UsualSize = 32 * 1024;

        // As the server writes: names in Chinese stand as they are.
        private static readonly JsonWriterOptions AsTheServer = new()
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            SkipValidation = true,
        };

        public Output() => Writer = new Utf8JsonWriter(Buffer, AsTheServer);

        public ArrayBufferWriter<byte> Buffer { get; } = new(UsualSize);

        public Utf8JsonWriter Writer { get; }

        public void Clear()
        {
            Buffer.ResetWrittenCount();
            Writer.Reset();
        }
    }
}
