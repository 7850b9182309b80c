using Domain.Notices;
using Domain.Persons;
using Domain.Shared;

namespace Domain.StatusChanges;

/// <summary>A standing piece of evidence as the fold looks at it: what was reported, by how good a source, when.</summary>
public sealed record EvidenceFact
{
    /// <summary>Valid time, then source rank, then record time (domain.md 8.7): the order of arrival decides last.</summary>
    public static readonly IComparer<EvidenceFact> ByValidTime = Comparer<EvidenceFact>.Create(static (left, right) =>
    {
        var byTime = left.ValidOn.CompareTo(right.ValidOn);
        var byRank = byTime != 0 ? byTime : left.Rank.CompareTo(right.Rank);
        var byRecord = byRank != 0 ? byRank : left.ReceivedAt.CompareTo(right.ReceivedAt);
        return byRecord != 0 ? byRecord : left.Position.CompareTo(right.Position);
    });

    public required EvidenceId Id { get; init; }

    /// <summary>Order of record.</summary>
    public required long Position { get; init; }

    /// <summary>Rank of the source (<see cref="SourceRank"/>): the lower comes first on the same date.</summary>
    public required int Rank { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The client that sent it.</summary>
    public string Client { get; init; } = "";

    /// <summary>The office that sent it, for the person's history; the fold does not ask.</summary>
    public string? Office { get; init; }

    public required Notice Notice { get; init; }

    public DateOnly ReceivedOn => Shanghai.DayOf(ReceivedAt);

    /// <summary>When the fact happened, as far as it was reported.</summary>
    public PartialDate ValidOn => Notice.OccurredOn ?? PartialDate.Of(ReceivedOn);

    /// <summary>The whole day of the fact; where the date is partial, the day on which we heard of it.</summary>
    /// <remarks>A day that nobody stated is not made up, and no clock starts before we could know (domain.md 8.3).</remarks>
    public DateOnly EffectiveOn => ValidOn.Precision == DatePrecision.Day ? ValidOn.Earliest : ReceivedOn;

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(EvidenceFact);
}
