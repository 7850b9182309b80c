using System.Diagnostics;

namespace Harness.Register;

/// <summary>Waits for the server's worker.</summary>
internal static class Inbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Returns when every accepted notice was taken and its effect committed.</summary>
    public static void AwaitEmpty(RegisterFile register)
    {
        var began = Stopwatch.GetTimestamp();
        while (register.Waiting() > 0)
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException("The worker does not get through.");
            }

            Thread.Sleep(10);
        }
    }
}
