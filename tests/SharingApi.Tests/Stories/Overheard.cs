using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>Listens to everything that a server says while it works, in its log at the finest level and in its traces.</summary>
internal sealed class Overheard : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _indiscreet = new();
    private readonly string[] _secrets;
    private readonly ActivityListener _traces;
    private int _said;

    private Overheard(string[] secrets)
    {
        _secrets = secrets;
        _traces = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Hear(string.Join(
                ' ',
                [
                    activity.DisplayName, .. activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"), .. activity.Baggage.Select(item => item.Value),
                    .. activity.Events.SelectMany(happened => happened.Tags.Select(tag => $"{happened.Name}={tag.Value}")),
                ])),
        };
        ActivitySource.AddActivityListener(_traces);
    }

    /// <summary>Listens to a server that was started with <c>Logging:LogLevel:Default=Trace</c>.</summary>
    /// <param name="app">The server.</param>
    /// <param name="secrets">What must never be said.</param>
    public static Overheard Of(SharingApp app, params string[] secrets)
    {
        var overheard = new Overheard(secrets);
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(overheard);
        return overheard;
    }

    /// <summary>How much was said at all.</summary>
    public int Said => _said;

    /// <summary>What said a secret.</summary>
    public IReadOnlyCollection<string> Indiscreet => _indiscreet;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Hear(state.ToString() ?? "");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Hear(formatter(state, exception) + exception);

    public void Dispose() => _traces.Dispose();

    private void Hear(string text)
    {
        Interlocked.Increment(ref _said);
        if (Array.Exists(_secrets, secret => text.Contains(secret, StringComparison.Ordinal)))
        {
            _indiscreet.Enqueue(text);
        }
    }
}
