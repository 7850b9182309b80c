namespace Domain.Access;

/// <summary>How often a client checked today: one number, or any number at all (api.md 2).</summary>
public sealed class CheckTally
{
    /// <summary>Checks of one number by one client on one day.</summary>
    public const int MostOfOneNumber = 20;

    /// <summary>Checks by one client on one day.</summary>
    public const int MostOfAll = 10_000;

    public required string Client { get; init; }

    /// <summary>The day in Asia/Shanghai.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Keyed digest of the number; empty for all numbers together.</summary>
    public required byte[] Number { get; init; }

    public required int Count { get; set; }
}
