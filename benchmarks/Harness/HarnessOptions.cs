using System.Globalization;

namespace Harness;

/// <summary>What the command line asks for.</summary>
/// <param name="Scenarios">Keys of scenarios; none means all but <c>growth</c>, whose big register takes long to make.</param>
/// <param name="Persons">Size of the register.</param>
/// <param name="LargePersons">Size of the big register of <c>growth</c>.</param>
/// <param name="Grants">With how many grants more a, b, c and d are measured against the default ones; 0 to measure against the peer.</param>
/// <param name="Seed">What chance in the register starts from.</param>
/// <param name="Rounds">How often each subject is measured.</param>
/// <param name="RoundTime">How long a round of one subject takes.</param>
/// <param name="Machine">Name of the machine in the file name of the result.</param>
/// <param name="WithoutReadLog">Whether a build is measured that keeps no read log, which nobody is ever given.</param>
internal sealed record HarnessOptions(
    IReadOnlyList<string> Scenarios,
    int Persons,
    int LargePersons,
    int Grants,
    int Seed,
    int Rounds,
    TimeSpan RoundTime,
    string Machine,
    bool WithoutReadLog = false)
{
    public const string Usage =
        """
        dotnet run -c Release --project benchmarks/Harness -- [a b c d e bulk cold growth] [options]
          --persons N   holders in the register (164671)
          --large N     holders in the big register of growth (5000000)
          --grants N    instead: a, b, c and d with N grants more, against the default ones
          --seed S      seed of the register (1)
          --rounds N    rounds of each scenario (5)
          --seconds N   seconds of a round for each of the two (8)
          --machine M   name of the machine in the result's file name
          --without-log a build that keeps no read log, to see what the log costs
        """;

    private static readonly TimeSpan LeastWarmUp = TimeSpan.FromSeconds(15);

    private static readonly string[] Known = ["a", "b", "c", "d", "e", "bulk", "cold", "growth"];

    /// <summary>Long enough for the runtime to compile the hot paths with what it has seen of them.</summary>
    public TimeSpan WarmUp => RoundTime > LeastWarmUp ? RoundTime : LeastWarmUp;

    public bool Wants(string scenario) =>
        Scenarios.Contains(scenario, StringComparer.Ordinal) || (Scenarios.Count == 0 && scenario is not "growth");

    /// <summary>The options; null where the line cannot be understood.</summary>
    public static HarnessOptions? Read(string[] arguments)
    {
        var options = new HarnessOptions([], 164_671, 5_000_000, 0, 1, 5, TimeSpan.FromSeconds(8), $"{Environment.ProcessorCount}-cores");
        for (var i = 0; i < arguments.Length; i++)
        {
            var next = i + 1 < arguments.Length ? arguments[i + 1] : "";
            _ = int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            var (changed, takesNext) = arguments[i] switch
            {
                "--persons" when number > 0 => (options with { Persons = number }, true),
                "--large" when number > 0 => (options with { LargePersons = number }, true),
                "--grants" when number > 0 => (options with { Grants = number }, true),
                "--seed" when number > 0 => (options with { Seed = number }, true),
                "--rounds" when number > 0 => (options with { Rounds = number }, true),
                "--seconds" when number > 0 => (options with { RoundTime = TimeSpan.FromSeconds(number) }, true),
                "--machine" when next.Length > 0 => (options with { Machine = next }, true),
                "--without-log" => (options with { WithoutReadLog = true }, false),
                var key when Known.Contains(key, StringComparer.Ordinal) => (options with { Scenarios = [.. options.Scenarios, key] }, false),
                _ => (null, false),
            };
            if (changed is null)
            {
                return null;
            }

            options = changed;
            i += takesNext ? 1 : 0;
        }

        return options;
    }
}
