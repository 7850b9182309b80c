namespace SharingApi.Hosting;

/// <summary>The one clock of the server: the system's, or in Development one that runs on from <c>Clock:Start</c>.</summary>
/// <remarks>Tokens, receipts, logs and deadlines all read it. It never runs backwards across a restart (<see cref="ClockOptions"/>).</remarks>
internal sealed class SharingClock(TimeProvider system) : TimeProvider
{
    private TimeSpan _ahead = TimeSpan.Zero;

    public override TimeZoneInfo LocalTimeZone => system.LocalTimeZone;

    public override long TimestampFrequency => system.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => system.GetUtcNow() + _ahead;

    public override long GetTimestamp() => system.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        system.CreateTimer(callback, state, dueTime, period);

    /// <summary>Lets time run on from an instant. Called once, before anything asks what time it is.</summary>
    public void RunOnFrom(DateTimeOffset instant) => _ahead = instant - system.GetUtcNow();
}

/// <summary>Section <c>Clock</c>.</summary>
internal sealed class ClockOptions
{
    public const string Section = "Clock";

    internal const string DevelopmentOnly = "Clock:Start is for Development only. Remove it.";

    /// <summary>ISO instant from which time runs on; Development only. On a later start the later of it and the last stored instant holds.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Sets the clock, or says why the server must not start with it.</summary>
    /// <param name="clock">The clock to set.</param>
    /// <param name="lastStored">The latest instant that the stores hold, or null where they are empty.</param>
    /// <param name="isDevelopment">Only there may time be set.</param>
    public string? Set(SharingClock clock, DateTimeOffset? lastStored, bool isDevelopment)
    {
        if (Start is null)
        {
            return lastStored > clock.GetUtcNow()
                ? "The system clock is behind the last instant that the register stored. Set the clock right, or in Development set Clock:Start."
                : null;
        }

        if (!isDevelopment)
        {
            return DevelopmentOnly;
        }

        clock.RunOnFrom(lastStored > Start ? lastStored.Value : Start.Value);
        return null;
    }
}
