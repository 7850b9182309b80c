using System.Collections.Concurrent;

namespace Persistence.Threads;

/// <summary>Runs tasks one after another on a single thread that gives way to all others; what they await comes back to it.</summary>
public sealed class YieldingScheduler : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> _waiting = [];

    [ThreadStatic]
    private static YieldingScheduler? _ofThisThread;

    /// <param name="name">The thread's name, for whoever looks at the process.</param>
    public YieldingScheduler(string name) => _ = YieldingThread.Run(name, RunAll);

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs what waits, and takes no more.</summary>
    public void Dispose() => _waiting.CompleteAdding();

    /// <inheritdoc/>
    protected override void QueueTask(Task task) => _waiting.Add(task);

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && _ofThisThread == this && TryExecuteTask(task);

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => [.. _waiting];

    private void RunAll()
    {
        _ofThisThread = this;
        foreach (var task in _waiting.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}
