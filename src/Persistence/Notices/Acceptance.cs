namespace Persistence.Notices;

/// <summary>What became of one sound notice at the door.</summary>
/// <param name="Kind">Whether its message id was new.</param>
/// <param name="ReceivedAt">When the message id was first taken.</param>
public sealed record Acceptance(AcceptanceKind Kind, DateTimeOffset ReceivedAt);

public enum AcceptanceKind
{
    /// <summary>Taken, whoever it is about.</summary>
    Accepted,

    /// <summary>The same message was taken before: no second effect.</summary>
    Duplicate,

    /// <summary>The message id was taken before with other content: refused.</summary>
    Conflict,
}
