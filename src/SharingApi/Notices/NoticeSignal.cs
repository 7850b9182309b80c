using System.Threading.Channels;

namespace SharingApi.Notices;

/// <summary>Wakes the worker: any number of rings before it looks are one.</summary>
internal sealed class NoticeSignal
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Returns at the next ring, or at once where it rang since the last look.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _rings.Reader.ReadAsync(cancellationToken);
}
