using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Harness.Load;

/// <summary>One kept-alive HTTP/1.1 connection that sends prepared bytes: as little processor time as a client can take.</summary>
/// <remarks>Blocking on purpose: eight threads that wait in the kernel cost less than eight that hop through a pool.</remarks>
internal sealed class Connection : IDisposable
{
    private const int Patience = 60_000;

    private readonly Socket _socket;
    private byte[] _buffer = new byte[128 * 1024];

    public Connection(IPEndPoint server)
    {
        _socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            ReceiveTimeout = Patience,
            SendTimeout = Patience,
        };
        _socket.Connect(server);
    }

    /// <summary>Sends a whole request and reads the whole answer. The answer's bytes are valid until the next call.</summary>
    public Answer Exchange(ReadOnlySpan<byte> request)
    {
        _socket.Send(request);
        var length = Receive(0);
        int headEnd;
        while ((headEnd = _buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            length = Receive(length);
        }

        var bodyStart = headEnd + 4;
        var contentLength = ContentLength(_buffer.AsSpan(0, bodyStart));
        while (!IsWhole(_buffer.AsSpan(bodyStart, length - bodyStart), contentLength))
        {
            length = Receive(length);
        }

        var status = Utf8Parser.TryParse(_buffer.AsSpan("HTTP/1.1 ".Length, 3), out int code, out _) ? code : 0;
        return new Answer(status, _buffer.AsSpan(bodyStart, length - bodyStart), contentLength is null);
    }

    public void Dispose() => _socket.Dispose();

    private int Receive(int length)
    {
        if (length == _buffer.Length)
        {
            Array.Resize(ref _buffer, length * 2);
        }

        var read = _socket.Receive(_buffer.AsSpan(length));
        return read > 0 ? length + read : throw new IOException("The server closed the connection.");
    }

    private static int? ContentLength(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        var at = head.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _) ? length : null;
    }

    // JSON has no bare line breaks where a chunk could end like this but at the last chunk.
    private static bool IsWhole(ReadOnlySpan<byte> body, int? contentLength) => contentLength is { } length
        ? body.Length >= length
        : body.EndsWith("\r\n0\r\n\r\n"u8) || body.SequenceEqual("0\r\n\r\n"u8);
}

/// <summary>What came back.</summary>
internal readonly ref struct Answer(int status, ReadOnlySpan<byte> body, bool isChunked)
{
    private readonly ReadOnlySpan<byte> _body = body;

    public int Status => status;

    /// <summary>True for an answer without an error: a scenario's requests are all answerable.</summary>
    public bool IsGood => status == 200 && _body.IndexOf("\"errors\":["u8) < 0;

    public bool Contains(ReadOnlySpan<byte> text) => _body.IndexOf(text) >= 0;

    /// <summary>The body, put together of its chunks. Not for the measured path.</summary>
    public string Text()
    {
        if (!isChunked)
        {
            return Encoding.UTF8.GetString(_body);
        }

        var whole = new MemoryStream();
        var rest = _body;
        while (Utf8Parser.TryParse(rest, out int size, out var digits, 'x') && size > 0)
        {
            rest = rest[(digits + 2)..];
            whole.Write(rest[..size]);
            rest = rest[(size + 2)..];
        }

        return Encoding.UTF8.GetString(whole.ToArray());
    }
}
