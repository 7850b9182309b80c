using System.Buffers;

namespace SharingApi.Graph.Execution;

/// <summary>Where a response is gathered before its read-log entry is durable: pooled, and bounded.</summary>
internal sealed class PooledBuffer(int mostBytes) : IBufferWriter<byte>, IDisposable
{
    private const int FirstRent = 8 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstRent);
    private int _written;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _written);

    /// <summary>Forgets what was written, to write something else.</summary>
    public void Clear() => _written = 0;

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_written);
    }

    public void Dispose()
    {
        GiveBack();
        _bytes = [];
    }

    private void Reserve(int sizeHint)
    {
        var needed = _written + Math.Max(sizeHint, 1);
        if (needed <= _bytes.Length)
        {
            return;
        }

        if (_written > mostBytes || needed > 2L * mostBytes)
        {
            throw new ResponseTooLargeException();
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * _bytes.Length));
        Written.CopyTo(larger);
        GiveBack();
        _bytes = larger;
    }

    /// <summary>Persons' data must not lie in an array that somebody else rents next.</summary>
    private void GiveBack()
    {
        _bytes.AsSpan(0, _written).Clear();
        ArrayPool<byte>.Shared.Return(_bytes);
    }
}

/// <summary>Stops a writer whose response has passed the limit; the executor answers <c>LIMIT_RESPONSE_SIZE</c> instead.</summary>
internal sealed class ResponseTooLargeException() : Exception("The response has passed its limit.");
