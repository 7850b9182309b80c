using System.Collections.Concurrent;

namespace Persistence.Encryption;

/// <summary>Lends out things that are dear to make and serve one thread at a time; one more is made when all are out.</summary>
internal sealed class Spares<T>(Func<T> make)
    where T : class
{
    // The first spare needs no queue: most of the time only one thread encrypts.
    private readonly ConcurrentQueue<T> _others = new();

    private T? _first;

    public T Take() => Interlocked.Exchange(ref _first, null) ?? (_others.TryDequeue(out var spare) ? spare : make());

    public void GiveBack(T spare)
    {
        if (Interlocked.CompareExchange(ref _first, spare, null) is not null)
        {
            _others.Enqueue(spare);
        }
    }
}
