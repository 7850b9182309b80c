using System.Diagnostics;

namespace Testing;

/// <summary>Waits for the thing itself: asks again until it is so, or fails when the time that was promised is over.</summary>
public static class Eventually
{
    /// <summary>Asks until the answer satisfies, at the most for <paramref name="promised"/>; returns the last answer.</summary>
    public static async Task<T> Async<T>(Func<Task<T>> ask, Func<T, bool> isSatisfied, TimeSpan promised)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var answer = await ask();
            if (isSatisfied(answer))
            {
                return answer;
            }

            if (watch.Elapsed > promised)
            {
                throw new TimeoutException($"It was not so within {promised}; the last answer was {answer}.");
            }
        }
    }
}
