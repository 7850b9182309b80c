using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Testing;

namespace SharingApi.Tests.Hostile;

/// <summary>Bodies that are framed wrongly, come slowly, or never end.</summary>
[Collection(Alone.Name)]
public sealed class WireTests(WireTests.Server server) : IClassFixture<WireTests.Server>
{
    [Fact]
    public async Task Chunks_that_are_not_framed_as_they_say_are_refused_as_any_other_broken_body()
    {
        using var socket = await PostAsync("Transfer-Encoding: chunked");
        await SendAsync(socket, "zz\r\n{}\r\n");

        var answer = await ReadToEndAsync(socket);

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"REQUEST_INVALID\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Kestrel", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_an_end_is_refused_when_it_is_too_large()
    {
        using var socket = await PostAsync("Transfer-Encoding: chunked");
        var chunk = $"8000\r\n{new string(' ', 0x8000)}\r\n";
        var sending = SendForEverAsync(socket, chunk);

        await Promise.OfASecondAsync("the first answer to an endless body", async time =>
        {
            if (time == 0)
            {
                await AnsweredAsync(socket, "LIMIT_BODY_SIZE");
            }
            else
            {
                using var other = await PostAsync("Transfer-Encoding: chunked");
                var beside = SendForEverAsync(other, chunk);
                await AnsweredAsync(other, "LIMIT_BODY_SIZE");
                other.Close();
                await beside;
            }
        });

        socket.Close();
        await sending;
    }

    [Theory]
    [InlineData("Content-Length: 100")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task A_body_that_does_not_come_is_refused_when_its_time_is_over(string framing)
    {
        using var socket = await PostAsync(framing);
        var watch = Stopwatch.StartNew();

        await AnsweredAsync(socket, "LIMIT_BODY_TIME");

        Assert.InRange(watch.Elapsed.TotalSeconds, 0.9, 10);
    }

    [Fact]
    public async Task A_body_that_comes_drop_by_drop_gets_no_more_time_than_any_other()
    {
        using var socket = await PostAsync("Content-Length: 1000000");
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var watch = Stopwatch.StartNew();
        var answer = AnsweredAsync(socket, "LIMIT_BODY_TIME");
        while (!answer.IsCompleted && await timer.WaitForNextTickAsync())
        {
            await SendAsync(socket, " ");
        }

        await answer;
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.9, 10);
    }

    private async Task<Socket> PostAsync(string framing)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.App.Address.Host, server.App.Address.Port);
        await SendAsync(socket, $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{framing}\r\n\r\n");
        return socket;
    }

    private static async Task SendAsync(Socket socket, string text)
    {
        try
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(text));
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // Refused already: nobody reads on.
        }
    }

    private static async Task SendForEverAsync(Socket socket, string text)
    {
        while (socket.Connected)
        {
            await SendAsync(socket, text);
        }
    }

    /// <summary>Reads until the answer has the code.</summary>
    private static async Task AnsweredAsync(Socket socket, string code)
    {
        var buffer = new byte[4_096];
        var answer = "";
        while (!answer.Contains(code, StringComparison.Ordinal))
        {
            var count = await socket.ReceiveAsync(buffer);
            Assert.True(count > 0, $"The server closed after '{answer}'.");
            answer += Encoding.UTF8.GetString(buffer, 0, count);
        }
    }

    private static async Task<string> ReadToEndAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    /// <summary>A server that waits a second for a body.</summary>
    public sealed class Server : IAsyncLifetime
    {
        public SharingApp App { get; private set; } = null!;

        public async Task InitializeAsync() => App = await SharingApp.StartAsync("Limits:BodySeconds=1");

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
