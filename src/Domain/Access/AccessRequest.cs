using Domain.Shared;

namespace Domain.Access;

/// <summary>A department's request for shared data, with the clocks of Decree 809 running on it (domain.md 9).</summary>
public sealed class AccessRequest
{
    private const int DaysToReplyUnconditional = 1;
    private const int DaysToReply = 10;
    private const int DaysOfExtension = 10;
    private const int DaysToProvide = 20;

    public required Guid Id { get; init; }

    public required string Client { get; init; }

    public required Purpose Purpose { get; init; }

    public required RowScopeKind ScopeKind { get; init; }

    public string? ScopeCode { get; init; }

    /// <summary>Items and levels as <c>person.name:C,person.phone:M</c>.</summary>
    public required string Items { get; init; }

    public required string Basis { get; init; }

    public required string Scenario { get; init; }

    public required SharingMethod Method { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public AccessRequestState State { get; private set; }

    /// <summary>Day by which it must be answered; null while the calendar of the year that the clock runs into is not known.</summary>
    public DateOnly? DueOn { get; private set; }

    public bool IsExtended { get; private set; }

    /// <summary>After consent: day by which the data must be provided; null before it, and while no calendar is known to count by.</summary>
    public DateOnly? ProvideBy { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was refused or extended: a refusal needs reasons.</summary>
    public string? Reason { get; private set; }

    /// <summary>The items and levels that are asked for.</summary>
    public IReadOnlyList<ProposedItem> AskedItems =>
    [
        .. Items.Split(',').Select(item => item.Split(':'))
            .Select(parts => new ProposedItem(parts[0], LevelLetter.LevelOf(parts[1])!.Value)),
    ];

    /// <summary>True while a clock runs on it that no calendar can count: the year's holiday notice has to be entered.</summary>
    public bool LacksCalendar => State switch
    {
        AccessRequestState.Open => DueOn is null,
        AccessRequestState.Consented => ProvideBy is null,
        _ => false,
    };

    /// <summary>Working days within which a request for items of these classes is answered (Decree 809, article 21).</summary>
    public static int DaysToReplyTo(IEnumerable<SharingClass> classes) =>
        classes.All(shared => shared == SharingClass.Unconditional) ? DaysToReplyUnconditional : DaysToReply;

    /// <summary>Sets those of its clocks that have no day yet. A year without a calendar stops no request: its clock is set when the calendar comes.</summary>
    public void SetClocks()
    {
        if (State == AccessRequestState.Open)
        {
            DueOn ??= ReplyBy();
        }
        else if (State == AccessRequestState.Consented)
        {
            ProvideBy ??= Count(Shanghai.DayOf(DecidedAt!.Value), DaysToProvide);
        }
    }

    /// <summary>Answers it, or takes up to ten working days more, once.</summary>
    /// <returns>Null; or why it was not decided so.</returns>
    public Refusal? Decide(AccessDecision decision, string? reason, string decidedBy, DateTimeOffset now)
    {
        if (State != AccessRequestState.Open)
        {
            return AccessRequestRefusals.Decided;
        }

        if (decision != AccessDecision.Consent && string.IsNullOrWhiteSpace(reason))
        {
            return AccessRequestRefusals.ReasonNeeded;
        }

        if (string.Equals(decidedBy, Client, StringComparison.Ordinal))
        {
            return AccessRequestRefusals.Own;
        }

        return decision switch
        {
            AccessDecision.Consent => Close(AccessRequestState.Consented, reason, decidedBy, now),
            AccessDecision.Extend => Extend(reason),
            AccessDecision.Refuse => Close(AccessRequestState.Refused, reason, decidedBy, now),
        };
    }

    private Refusal? Extend(string? reason)
    {
        if (IsExtended)
        {
            return AccessRequestRefusals.ExtendedBefore;
        }

        (IsExtended, Reason, DueOn) = (true, reason, null);
        SetClocks();
        return null;
    }

    private Refusal? Close(AccessRequestState state, string? reason, string decidedBy, DateTimeOffset now)
    {
        (State, Reason, DecidedBy, DecidedAt) = (state, reason, decidedBy, now);
        SetClocks();
        return null;
    }

    private DateOnly? ReplyBy()
    {
        var classes = AskedItems.Select(asked =>
            CatalogueItem.Find(asked.Item) is { } item ? CatalogueTerms.Of(item).Class : SharingClass.NotShared);
        var first = Count(Shanghai.DayOf(ReceivedAt), DaysToReplyTo(classes));
        return IsExtended && first is { } day ? Count(day, DaysOfExtension) : first;
    }

    private static DateOnly? Count(DateOnly from, int workingDays) =>
        WorkingDays.After(from, workingDays).Succeeded(out var day, out _) ? day : null;
}

public enum AccessRequestState
{
    Open,
    Consented,
    Refused,
}

public enum AccessDecision
{
    Consent,
    Refuse,
    Extend,
}

/// <summary>Why a request is not decided.</summary>
public static class AccessRequestRefusals
{
    public static readonly Refusal Unknown = new("ACCESS_REQUEST_UNKNOWN", "There is no such access request.");

    public static readonly Refusal Decided = new("ACCESS_REQUEST_DECIDED", "The request has been decided already.");

    public static readonly Refusal ReasonNeeded = new("ACCESS_REQUEST_REASON", "A refusal and an extension need a reason.");

    public static readonly Refusal ExtendedBefore = new("ACCESS_REQUEST_EXTENDED", "The time to reply is extended once only.");

    public static readonly Refusal Own = new("ACCESS_REQUEST_OWN", "Nobody decides their own request.");
}
