using Domain.Access;
using Domain.Cases;
using Domain.Delivery;
using Domain.Matching;
using Domain.Notices;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.StatusChanges;

namespace Persistence.Cases;

/// <summary>Opens the cases that a change of a person leads to, and closes those that it settles.</summary>
internal sealed class CaseOpening
{
    /// <summary>A unit answers a transfer within so many working days, then it is raised to the city (M1).</summary>
    private const int WorkingDaysToAnswer = 10;

    /// <summary>A receiver acknowledges a reversal within so many working days (domain.md 8.5).</summary>
    private const int WorkingDaysToAcknowledge = 5;

    /// <summary>A reported death is resolved within so many calendar days, then it is raised to the city (D9).</summary>
    private const int DaysToResolveDeath = 30;

    private readonly SharingDbContext _db;
    private readonly DateTimeOffset _now;
    private readonly IReadOnlySet<string> _unitsWithClient;

    private CaseOpening(SharingDbContext db, DateTimeOffset now, IReadOnlySet<string> unitsWithClient) =>
        (_db, _now, _unitsWithClient) = (db, now, unitsWithClient);

    private DateOnly Today => Shanghai.DayOf(_now);

    public static async Task<CaseOpening> OpenAsync(SharingDbContext db, RegisterTools tools, CancellationToken cancellationToken)
    {
        var units = await db.Clients
            .Where(client => client.Department == Department.Federation && client.Kind == ClientKind.Application &&
                client.ScopeKind == RowScopeKind.ManagementUnit)
            .Select(client => client.ScopeCode!)
            .ToListAsync(cancellationToken);
        return new(db, tools.Now, units.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>A human decides what becomes of evidence that no rule applies; candidates stand beside it.</summary>
    /// <remarks>A sole candidate is the person of the case: the question is then only whether the evidence is about them.</remarks>
    public void Review(Evidence evidence, Match match, IReadOnlyList<string> reasons)
    {
        PersonId? sole = match.Persons is [var only] ? only : null;
        var matter = Open(CaseKind.Review, evidence.PersonId ?? sole, evidence.Id, string.Join(',', reasons));
        if (evidence.PersonId is null)
        {
            _db.CaseCandidates.AddRange(match.Persons.Select(person => new CaseCandidate { CaseId = matter.Id, PersonId = person }));
        }
    }

    /// <summary>A fault of ours: the notice was kept whole and waits.</summary>
    public void ApplyFailed(Evidence evidence) => Open(CaseKind.Review, null, evidence.Id, MatterReasons.ApplyFailed);

    /// <summary>A receiver was told of a death that is taken back: open until it acknowledges.</summary>
    public void Recall(PersonId person, Receiver receiver) => _db.Cases.Add(new()
    {
        Id = new(Guid.CreateVersion7(_now)),
        Kind = CaseKind.Recall,
        State = CaseState.Open,
        PersonId = person,
        Reasons = ApiName.Of(StatusChangeType.DeathReversed),
        OpenedAt = _now,
        DueOn = DueIn(WorkingDaysToAcknowledge),
        ReceiverId = receiver.Id,
        FeedSequence = receiver.LastSequence,
    });

    /// <summary>A number that is another person's too: a shared number, or one human twice. A reviewer finds out.</summary>
    /// <param name="person">Whose number it is.</param>
    /// <param name="cause">The evidence that brought the matter up; null asks nobody.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="isNew">False where the number has long been shared: that is asked once.</param>
    public async Task SharedNumberAsync(Person person, EvidenceFact? cause, CancellationToken cancellationToken, bool isNew = true)
    {
        if (cause is null || (!isNew && await _db.Cases.AnyAsync(
            matter => matter.PersonId == person.Id && matter.Reasons == MatterReasons.IdDuplicate, cancellationToken)))
        {
            return;
        }

        var others = await _db.Persons.Where(other => other.IdNumberIndex == person.IdNumberIndex && other.Id != person.Id && other.MergedIntoId == null)
            .Select(other => other.Id).ToListAsync(cancellationToken);
        if (others.Count > 0)
        {
            var matter = Open(CaseKind.Review, person.Id, cause.Id, MatterReasons.IdDuplicate);
            _db.CaseCandidates.AddRange(others.Select(other => new CaseCandidate { CaseId = matter.Id, PersonId = other }));
        }
    }

    /// <summary>Opens what the fold finds new in a person, and closes what it finds no more.</summary>
    public async Task FollowAsync(Person person, Folded before, Folded after, CancellationToken cancellationToken)
    {
        foreach (var matter in after.Matters.Except(before.Matters))
        {
            var dueOn = matter.Reason == MatterReasons.DeathReported ? Today.AddDays(DaysToResolveDeath) : (DateOnly?)null;
            Show(Open(matter.Kind, person.Id, matter.Evidence, matter.Reason, dueOn), matter.Sides);
        }

        await ShowNewSidesAsync(person, before, after, cancellationToken);

        Matter[] settled = [.. before.Matters.Except(after.Matters)];
        var isTransferOver = before.Transfer is { } earlier && earlier.ToUnit != after.Transfer?.ToUnit;
        isTransferOver |= before.Transfer is not null && after.Transfer is null;
        if (settled.Length > 0 || isTransferOver)
        {
            var open = await OpenOfAsync(person.Id, cancellationToken);
            foreach (var matter in open.Where(matter => isTransferOver && matter.Kind == CaseKind.Transfer))
            {
                Close(matter, after.State.ClosesServiceNeeds ? "HOLDER_DECEASED" : null);
            }

            foreach (var matter in open.Where(matter => settled.Any(gone => IsOf(matter, gone))))
            {
                Close(matter);
            }
        }

        if (after.Transfer is { } transfer && (before.Transfer is null || isTransferOver))
        {
            Transfer(person.Id, transfer);
        }
    }

    /// <summary>Closes the case in which evidence waited that has ended.</summary>
    public async Task CloseWaitingAsync(Evidence evidence, CancellationToken cancellationToken)
    {
        await _db.Cases.Where(matter => matter.EvidenceId == evidence.Id && matter.State == CaseState.Open).LoadAsync(cancellationToken);
        foreach (var matter in _db.Cases.Local.Where(matter => matter.EvidenceId == evidence.Id && matter.State == CaseState.Open))
        {
            Close(matter);
        }
    }

    /// <summary>Decided or settled.</summary>
    public void Close(Case matter, string? because = null)
    {
        matter.State = CaseState.Closed;
        matter.ClosedAt = _now;
        matter.Digest = null;
        if (because is not null)
        {
            matter.Reasons = $"{matter.Reasons},{because}";
        }
    }

    /// <summary>What has come in since on a matter that is open stands beside the rest.</summary>
    private async Task ShowNewSidesAsync(Person person, Folded before, Folded after, CancellationToken cancellationToken)
    {
        foreach (var matter in after.Matters.Intersect(before.Matters))
        {
            var known = before.Matters.First(earlier => earlier == matter).Sides;
            var now = after.Matters.First(later => later == matter).Sides;
            EvidenceId[] joined = [.. now.Except(known)];
            if (joined.Length > 0 &&
                (await OpenOfAsync(person.Id, cancellationToken)).FirstOrDefault(open => IsOf(open, matter)) is { } open)
            {
                var shown = await _db.CaseEvidence.Where(side => side.CaseId == open.Id).Select(side => side.EvidenceId).ToListAsync(cancellationToken);
                Show(open, joined.Except(shown));
            }
        }
    }

    private void Show(Case matter, IEnumerable<EvidenceId> sides) => _db.CaseEvidence.AddRange(sides
        .Where(side => side != matter.EvidenceId)
        .Distinct()
        .Select(side => new CaseEvidence { CaseId = matter.Id, EvidenceId = side }));

    private static bool IsOf(Case matter, Matter gone) =>
        matter.Kind == gone.Kind && matter.EvidenceId == gone.Evidence && matter.Reasons == gone.Reason;

    /// <summary>The receiving unit has to accept the person, or say why not. Where nobody can answer, the city does at once.</summary>
    public void Transfer(PersonId person, OpenTransfer transfer)
    {
        var canAnswer = transfer.ToUnit is { } unit && _unitsWithClient.Contains(unit);
        var matter = Open(CaseKind.Transfer, person, transfer.Cause, "HUKOU_MOVED", DueIn(WorkingDaysToAnswer), transfer.FromUnit, transfer.ToUnit);
        matter.EscalatedAt = canAnswer || transfer.ToUnit is null ? null : _now;
    }

    private async Task<IReadOnlyList<Case>> OpenOfAsync(PersonId person, CancellationToken cancellationToken)
    {
        await _db.Cases.Where(matter => matter.PersonId == person && matter.State == CaseState.Open).LoadAsync(cancellationToken);
        return [.. _db.Cases.Local.Where(matter => matter.PersonId == person && matter.State == CaseState.Open)];
    }

    // A year without a calendar takes the clock away, never the case; the daily clock raises the alarm (issue 6).
    private DateOnly? DueIn(int workingDays) =>
        WorkingDays.After(Today, workingDays).Succeeded(out var day, out _) ? day : null;

    private Case Open(
        CaseKind kind,
        PersonId? person,
        EvidenceId evidence,
        string reasons,
        DateOnly? dueOn = null,
        string? fromUnit = null,
        string? toUnit = null)
    {
        var matter = new Case
        {
            Id = new(Guid.CreateVersion7(_now)),
            Kind = kind,
            State = CaseState.Open,
            PersonId = person,
            EvidenceId = evidence,
            Reasons = reasons,
            FromUnitCode = fromUnit,
            ToUnitCode = toUnit,
            OpenedAt = _now,
            DueOn = dueOn,
        };
        _db.Cases.Add(matter);
        _db.CaseEvidence.Add(new() { CaseId = matter.Id, EvidenceId = evidence });
        return matter;
    }
}
