using System.Diagnostics;
using System.Net.Sockets;

namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>What came back on a connection.</summary>
/// <param name="Bytes">All of it.</param>
/// <param name="IsEnded">True where the server closed, or the client left after a silence that it may end.</param>
/// <param name="Took">From the first byte sent to the end.</param>
internal sealed record Heard(byte[] Bytes, bool IsEnded, TimeSpan Took);

/// <summary>A client below HTTP: sends bytes as they are, and listens to the end.</summary>
internal static class Connection
{
    /// <summary>When nothing comes for so long, the server waits for us.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(150);

    /// <summary>The same where HTTP itself is broken and nothing came at all.</summary>
    private static readonly TimeSpan LongSilence = TimeSpan.FromSeconds(2.5);

    /// <param name="server">Where to.</param>
    /// <param name="sent">What.</param>
    /// <param name="isWhole">Whether what came so far is all that belongs to one answer; the client then leaves.</param>
    /// <param name="longest">So long may it take.</param>
    public static async Task<Heard> SpeakAsync(Uri server, FuzzCase sent, Func<byte[], bool> isWhole, TimeSpan longest)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.Host, server.Port);
        var watch = Stopwatch.StartNew();
        using var late = new CancellationTokenSource(longest);
        var sending = SendAsync(socket, sent.Opening, late.Token);
        var heard = new List<byte>();
        var isEnded = await ListenAsync(socket, sent, heard, isWhole, late.Token);
        watch.Stop();
        socket.Close();
        await sending;
        return new([.. heard], isEnded, watch.Elapsed);
    }

    private static async Task<bool> ListenAsync(
        Socket socket, FuzzCase sent, List<byte> heard, Func<byte[], bool> isWhole, CancellationToken late)
    {
        var buffer = new byte[64 * 1024];
        var parting = sent.Parting;
        while (true)
        {
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(late);
            var isAnswering = heard.Count > 0 && !HttpReply.IsInterimOnly([.. heard]);
            if ((sent.MayEndSilent || parting.Length > 0) && (isAnswering || sent.Dialect == Dialect.Wire))
            {
                silence.CancelAfter(isAnswering ? Silence : LongSilence);
            }

            try
            {
                var count = await socket.ReceiveAsync(buffer, silence.Token);
                heard.AddRange(buffer.AsSpan(0, count));
                if (count == 0 || isWhole([.. heard]))
                {
                    return true;
                }
            }
            catch (SocketException)
            {
                return true;
            }
            catch (OperationCanceledException) when (!late.IsCancellationRequested)
            {
                if (parting.Length == 0)
                {
                    return true;
                }

                await SendAsync(socket, parting, late);
                parting = [];
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }
    }

    private static async Task SendAsync(Socket socket, byte[] bytes, CancellationToken late)
    {
        try
        {
            await socket.SendAsync(bytes, late);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The server may refuse before all was sent.
        }
    }
}
