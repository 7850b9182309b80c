using Persistence.Register;
using Spectre.Console;

namespace SharingApi.Hosting;

/// <summary>The progress bar of the first start.</summary>
internal static class FoundingProgress
{
    /// <summary>Runs the work and shows nothing, for a start that nobody watches.</summary>
    public static Task SilentAsync(Func<IProgress<RegisterProgress>, Task> work) => work(new Progress<RegisterProgress>());

    /// <summary>Shows the making of a synthetic register; a start that founds nothing shows nothing.</summary>
    public static Task OnConsoleAsync(Func<IProgress<RegisterProgress>, Task> work) =>
        OnConsoleAsync("The first start makes a synthetic register of Kunming. All persons in it are invented.", work);

    /// <summary>Runs the work and shows a bar from the first report on.</summary>
    /// <param name="occasion">What is being done, in a sentence above the bar.</param>
    /// <param name="work">Reports how far it is.</param>
    public static async Task OnConsoleAsync(string occasion, Func<IProgress<RegisterProgress>, Task> work)
    {
        using var shown = new FirstReport();
        var running = work(shown);
        if (await Task.WhenAny(running, shown.Task) == running)
        {
            await running;
            return;
        }

        AnsiConsole.WriteLine(occasion);
        await AnsiConsole.Progress().StartAsync(async bars =>
        {
            var tasks = new Dictionary<RegisterStage, ProgressTask>
            {
                [RegisterStage.Persons] = bars.AddTask("Persons", autoStart: false),
                [RegisterStage.Indexes] = bars.AddTask("Indexes", autoStart: false),
            };
            shown.ShowIn(report =>
            {
                var task = tasks[report.Stage];
                task.MaxValue = Math.Max(1, report.Total);
                task.StartTask();
                task.Value = report.Done;
            });
            await running;
        });
    }

    /// <summary>Holds back until somebody shows the reports.</summary>
    private sealed class FirstReport : IProgress<RegisterProgress>, IDisposable
    {
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile Action<RegisterProgress>? _show;

        public Task Task => _first.Task;

        public void Report(RegisterProgress value)
        {
            _first.TrySetResult();
            _show?.Invoke(value);
        }

        public void ShowIn(Action<RegisterProgress> show) => _show = show;

        public void Dispose() => _show = null;
    }
}
