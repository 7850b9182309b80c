using Harness.Load;
using Harness.Subjects;

namespace Harness.Scenarios;

/// <summary>Two subjects that answer the same questions, measured in turns so that the neighbours' noise meets both.</summary>
internal sealed class Pair(Subject first, Subject second, HarnessOptions options)
{
    public const int Connections = 8;

    public Subject First => first;

    public Subject Second => second;

    /// <summary>Warms both up, then measures them round by round.</summary>
    /// <param name="ofFirst">Requests to the first.</param>
    /// <param name="ofSecond">Requests to the second.</param>
    public IReadOnlyList<Round> Compare(RequestRing ofFirst, RequestRing ofSecond)
    {
        Run(first, ofFirst, options.WarmUp);
        Run(second, ofSecond, options.WarmUp);
        return [.. Enumerable.Range(0, options.Rounds).Select(round => round % 2 == 0 ? FirstBegins() : SecondBegins())];

        Round FirstBegins()
        {
            var figures = Measure(first, ofFirst);
            return new Round(figures, Measure(second, ofSecond));
        }

        Round SecondBegins()
        {
            var figures = Measure(second, ofSecond);
            return new Round(Measure(first, ofFirst), figures);
        }
    }

    private Figures Measure(Subject subject, RequestRing ring) =>
        Figures.Measure(subject, () => Run(subject, ring, options.RoundTime));

    private static LoadResult Run(Subject subject, RequestRing ring, TimeSpan time) =>
        ClosedLoop.Run(subject.Address, Connections, time, ring.Next);
}
