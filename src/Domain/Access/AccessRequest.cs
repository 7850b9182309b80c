using Domain.Shared;

namespace Domain.Access;

/// <summary>A department's request for shared data, with the clocks of Decree 809 running on it (domain.md 9).</summary>
public sealed class AccessRequest
{
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

    /// <summary>Day by which it must be answered.</summary>
    public required DateOnly DueOn { get; set; }

    public bool IsExtended { get; private set; }

    /// <summary>After consent: day by which the data must be provided.</summary>
    public DateOnly? ProvideBy { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was refused or extended: a refusal needs reasons.</summary>
    public string? Reason { get; private set; }

    /// <summary>Day by which a request of that day must be answered: every item is of the conditional class, so ten working days.</summary>
    public static Outcome<DateOnly> ReplyBy(DateTimeOffset receivedAt) => WorkingDays.After(Shanghai.DayOf(receivedAt), DaysToReply);

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
            AccessDecision.Consent => Consent(reason, decidedBy, now),
            AccessDecision.Extend => Extend(reason),
            AccessDecision.Refuse => Close(AccessRequestState.Refused, reason, decidedBy, now),
        };
    }

    private Refusal? Consent(string? reason, string decidedBy, DateTimeOffset now)
    {
        if (!WorkingDays.After(Shanghai.DayOf(now), DaysToProvide).Succeeded(out var day, out var refusal))
        {
            return refusal;
        }

        ProvideBy = day;
        return Close(AccessRequestState.Consented, reason, decidedBy, now);
    }

    private Refusal? Extend(string? reason)
    {
        if (IsExtended)
        {
            return AccessRequestRefusals.ExtendedBefore;
        }

        if (!WorkingDays.After(DueOn, DaysOfExtension).Succeeded(out var day, out var refusal))
        {
            return refusal;
        }

        (DueOn, IsExtended, Reason) = (day, true, reason);
        return null;
    }

    private Refusal? Close(AccessRequestState state, string? reason, string decidedBy, DateTimeOffset now)
    {
        (State, Reason, DecidedBy, DecidedAt) = (state, reason, decidedBy, now);
        return null;
    }
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
