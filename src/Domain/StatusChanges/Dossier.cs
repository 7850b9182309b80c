using Domain.Persons;

namespace Domain.StatusChanges;

/// <summary>Everything that a person's state follows from, but for the day to which clocks have run (domain.md 8.1).</summary>
/// <param name="Founding">The state in which the person entered the register.</param>
/// <param name="Standing">Every piece of evidence that stands, in any order.</param>
/// <param name="Decisions">What humans have decided about the person, in any order.</param>
/// <param name="ValidUntil">Last day of the certificate's ten years.</param>
public sealed record Dossier(
    PersonState Founding,
    IReadOnlyCollection<EvidenceFact> Standing,
    IReadOnlyCollection<DecisionFact> Decisions,
    DateOnly ValidUntil)
{
    /// <summary>A death is taken back by two signers up to here: earlier evidence of a death counts no more, later one does.</summary>
    public long ReversedUpTo { get; } = Decisions
        .Where(decision => decision.Effect == DecisionEffect.DeathReversed)
        .Select(decision => decision.Position)
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>Days on which a survey form was filled in with the person: the dead fill in none (D8). Never a status by itself.</summary>
    public IReadOnlyCollection<DateOnly> Visits { get; init; } = [];

    /// <summary>What this person was registered as a second time: the identities of all who are merged into them (ADR 0020).</summary>
    public IReadOnlyList<FormerSelf> Absorbed { get; init; } = [];

    /// <summary>The person in whom this one lives on, if the last word of two signers is that they are one human.</summary>
    public PersonId? MergedInto { get; } = Decisions
        .Where(decision => decision.Effect is DecisionEffect.PersonsMerged or DecisionEffect.PersonsSplit)
        .MaxBy(decision => decision.Position) is { Effect: DecisionEffect.PersonsMerged } merger ? merger.Other : null;

    /// <summary>Whether signers have taken back what this evidence says. A court's declaration only the court undoes.</summary>
    public bool IsReversed(EvidenceFact fact) => fact.Position < ReversedUpTo && LifeEvidence.IsReportOfDeath(fact);

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(Dossier);
}

/// <summary>A human decision as the fold looks at it.</summary>
/// <param name="Effect">What it decides.</param>
/// <param name="Position">Order of record, counted together with the evidence.</param>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="UnitCode">Transfers: the unit that accepts or rejects; null for one outside the city.</param>
/// <param name="Other">Merging and splitting: the person who is kept.</param>
public sealed record DecisionFact(
    DecisionEffect Effect, long Position, DateOnly DecidedOn, string? UnitCode = null, PersonId? Other = null);

/// <summary>What a decision changes about a person. Decisions about a single piece of evidence change its standing instead.</summary>
public enum DecisionEffect
{
    /// <summary>Reported deaths up to the decision count as confirmed (D2, D3, D8).</summary>
    DeathConfirmed,

    /// <summary>Two signers have evidence of life: reported and registered deaths up to the decision count no more (8.5).</summary>
    DeathReversed,

    /// <summary>The receiving unit took the person over (M2).</summary>
    TransferAccepted,

    /// <summary>The receiving unit refused (M2).</summary>
    TransferRejected,

    /// <summary>Two signers found that two registered persons are one human: the other one is kept (8.5, ADR 0020).</summary>
    PersonsMerged,

    /// <summary>Two signers took that back.</summary>
    PersonsSplit,
}
