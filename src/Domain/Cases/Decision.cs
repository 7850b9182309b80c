using Domain.Notices;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;

namespace Domain.Cases;

/// <summary>What a human decided in a case, with the reason: kept for ever beside the evidence.</summary>
public sealed class Decision
{
    public required DecisionId Id { get; init; }

    public required CaseId CaseId { get; init; }

    public PersonId? PersonId { get; init; }

    /// <summary>The evidence whose standing it decided, if it was about one piece.</summary>
    public EvidenceId? EvidenceId { get; init; }

    public required CaseDecision Kind { get; init; }

    /// <summary>What it changes about the person; null where it changed the standing of evidence, or nothing.</summary>
    public DecisionEffect? Effect { get; init; }

    /// <summary>Transfers: the unit that answered; null for one outside the city.</summary>
    public string? UnitCode { get; init; }

    /// <summary>Merging and splitting: the person who is kept, while <see cref="PersonId"/> is the one who is merged or taken out again.</summary>
    public PersonId? OtherPersonId { get; init; }

    /// <summary>The person from whom a merger brought it; null where nobody was merged.</summary>
    public PersonId? MergedFromId { get; init; }

    /// <summary>Order of record, counted together with the evidence; null while a second signature is missing.</summary>
    public long? Position { get; set; }

    public required DateTimeOffset DecidedAt { get; set; }

    /// <summary>The client that decided, or signed first.</summary>
    public required string By { get; init; }

    /// <summary>The office of <see cref="By"/>: a second signer must hold another.</summary>
    public required string Office { get; init; }

    /// <summary>The client that signed second.</summary>
    public string? SecondBy { get; set; }

    /// <summary>The office of <see cref="SecondBy"/>.</summary>
    public string? SecondOffice { get; set; }

    /// <summary>The offices that decided, the first signer's first.</summary>
    public string Offices => SecondOffice is null ? Office : $"{Office}; {SecondOffice}";

    /// <summary>Why, in the words of whoever decided; encrypted at rest, for it may name anybody.</summary>
    public required byte[] Reason { get; init; }

    /// <summary>What is signed, where two must sign.</summary>
    public string? Digest { get; init; }
}

public readonly record struct DecisionId(Guid Value) : IKey<DecisionId>
{
    public static DecisionId Of(Guid value) => new(value);
}

/// <summary>What can be decided in a case (api.md 3).</summary>
public enum CaseDecision
{
    /// <summary>The evidence stands, or the reported death is one.</summary>
    Confirm,

    /// <summary>The evidence does not stand.</summary>
    Reject,

    /// <summary>
    /// The evidence is about this one of the candidates, and stands. Of a number that two persons share: they are one human, and
    /// this person is kept. Of shared data that is wrong: this person was merged by mistake. The last two need two signers.
    /// </summary>
    AssignPerson,

    /// <summary>The person lives: two must sign.</summary>
    ReverseDeath,

    AcceptTransfer,

    RejectTransfer,

    /// <summary>Looked at; nothing changes.</summary>
    Close,
}
