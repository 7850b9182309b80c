namespace Domain.Access;

/// <summary>How much a grant may disclose: looked up one by one or listed, and of how many persons a day.</summary>
/// <param name="Access">One by one, or lists too.</param>
/// <param name="PersonsPerDay">
/// Most persons of whom anything is disclosed on one day in Asia/Shanghai, each counted once however often it is asked for; null
/// for no limit.
/// </param>
public sealed record GrantVolume(VolumeAccess Access, int? PersonsPerDay)
{
    /// <summary>What the grants have that a register is founded with.</summary>
    public static readonly GrantVolume Unlimited = new(VolumeAccess.Bulk, null);
}

public enum VolumeAccess
{
    /// <summary>A person by number or by id, and checks; no list of persons.</summary>
    OneByOne,

    /// <summary>Lists too.</summary>
    Bulk,
}

/// <summary>Makes a grant a break-glass one: wider than the catalogue allows, for hours, for a stated emergency.</summary>
/// <param name="Reason">The emergency.</param>
/// <param name="Hours">For how long it holds, from the second signature on.</param>
public sealed record BreakGlass(string Reason, int Hours)
{
    /// <summary>No configuration makes it longer.</summary>
    public const int MostHours = 24;
}

/// <summary>One step in the life of a grant, kept for ever: rights of the past are explained by it.</summary>
public sealed class GrantChange
{
    public required Guid GrantId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The state that it came to.</summary>
    public required GrantState State { get; init; }

    /// <summary>The client whose signature or order it was.</summary>
    public required string By { get; init; }

    /// <summary>Why; null where signatures are the reason.</summary>
    public string? Reason { get; init; }
}
