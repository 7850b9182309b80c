using System.Diagnostics;

namespace SharingApi.Tests.Hostile;

/// <summary>Measures what was promised on machines that have other things to do too.</summary>
internal static class Promise
{
    private const int Times = 5;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Runs the same thing five times, always, and holds the median to a whole second by the wall clock. What makes a request dear
    /// makes it so every time; what stops a machine for a second does not strike three times out of five.
    /// </summary>
    /// <param name="what">Named where the promise is broken.</param>
    /// <param name="act">Gets the number of the time, so that nothing needs to be remembered from the time before.</param>
    public static async Task OfASecondAsync(string what, Func<int, Task> act)
    {
        var took = new List<TimeSpan>(Times);
        for (var time = 0; time < Times; time++)
        {
            var watch = Stopwatch.StartNew();
            await act(time);
            took.Add(watch.Elapsed);
        }

        Assert.True(took.Order().ElementAt(Times / 2) < Second, $"{what} took {string.Join(", ", took)}.");
    }
}
