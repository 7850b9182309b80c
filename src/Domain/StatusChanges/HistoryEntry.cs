using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.Shared;

namespace Domain.StatusChanges;

/// <summary>One step in the story of a person: who said or decided what, and what it changed (api.md 3).</summary>
/// <remarks>Written in the transaction of the step itself, and never edited but for what took it back.</remarks>
public sealed class HistoryEntry
{
    public required HistoryEntryId Id { get; init; }

    /// <summary>Order of record: counts up over the whole register.</summary>
    public required long Position { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required HistoryKind Kind { get; init; }

    /// <summary>Day of the fact, as it was reported; null for decisions and for time.</summary>
    public PartialDate? OccurredOn { get; init; }

    /// <summary>The office that reported, withdrew or decided; null where time did it.</summary>
    public string? By { get; init; }

    public EvidenceId? EvidenceId { get; init; }

    public DecisionId? DecisionId { get; init; }

    /// <summary>What it changed about the person, encrypted; null where it changed nothing.</summary>
    public byte[]? Changed { get; init; }

    /// <summary>The later step that took this one back; null while it holds.</summary>
    public HistoryEntryId? ReversedById { get; set; }

    public Evidence? Evidence { get; init; }
}

public readonly record struct HistoryEntryId(Guid Value) : IKey<HistoryEntryId>
{
    public static HistoryEntryId Of(Guid value) => new(value);
}

/// <summary>What kind of step it was.</summary>
public enum HistoryKind
{
    /// <summary>A department reported a fact.</summary>
    Reported,

    /// <summary>A department replaced what it had reported before.</summary>
    Corrected,

    /// <summary>A department took back what it had reported.</summary>
    Withdrawn,

    /// <summary>Humans decided.</summary>
    Decided,

    /// <summary>A clock ran out.</summary>
    TimePassed,
}
