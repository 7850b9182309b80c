using System.Runtime.InteropServices;

namespace Persistence.Threads;

/// <summary>A thread of its own for work that may take the whole of a core: what is short comes before it.</summary>
/// <remarks>
/// On two cores a short request otherwise waits for its turn at every change of threads, behind work that nobody waits for by the
/// millisecond. The thread still gets all that the others leave.
/// </remarks>
internal static partial class YieldingThread
{
    // Linux knows no priorities of threads of normal scheduling, but a niceness of each; 0 means the calling thread. With 5 it gets a
    // third of what another gets where both want a core: requests come first, and nothing that was accepted starves.
    private const int OneThread = 0;
    private const int Niceness = 5;

    /// <summary>Runs the work on a new thread.</summary>
    /// <returns>Ends when the work has returned.</returns>
    public static Task Run(string name, Action work)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            Yield();
            try
            {
                work();
                ended.SetResult();
            }
            catch (Exception fault)
            {
                ended.SetException(fault);
            }
        })
        {
            IsBackground = true,
            Name = name,
            Priority = ThreadPriority.BelowNormal,
        };
        thread.Start();
        return ended.Task;
    }

    private static void Yield()
    {
        if (OperatingSystem.IsLinux())
        {
            // Where a sandbox forbids it, the thread is as any other.
            _ = SetPriority(OneThread, 0, Niceness);
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetPriority(int which, uint who, int priority);
}
