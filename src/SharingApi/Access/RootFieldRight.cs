using Domain.Access;

namespace SharingApi.Access;

/// <summary>One row of the table of api.md 2: which purposes open a root field, and to whom.</summary>
/// <param name="Field">Name of the field of Query, Mutation or Subscription.</param>
/// <param name="Openings">Ways in; the first whose purpose is named decides. Empty where none needs a purpose.</param>
internal sealed record RootFieldRight(string Field, params IReadOnlyList<Opening> Openings)
{
    /// <summary>Who may ask without naming a purpose; null where a purpose is needed.</summary>
    public Who? WithoutPurpose { get; init; }

    /// <summary>True where the field tells something of persons: then the read log owes an entry.</summary>
    public bool ConcernsPersons { get; init; }

    /// <summary>True where LIFE_SYNC opens the field too, given a reconciliation grant.</summary>
    public bool OpenToReconciliation { get; init; }

    /// <summary>True where a purpose that was granted once, and has ended, still opens the field (api.md 4).</summary>
    public bool OpenAfterTheEnd { get; init; }

    public Who? OpeningFor(Purpose purpose)
    {
        foreach (var opening in Openings)
        {
            if (opening.Purpose == purpose)
            {
                return opening.Who;
            }
        }

        return null;
    }
}

/// <summary>A purpose that opens a root field, and to whom.</summary>
internal readonly record struct Opening(Purpose Purpose, Who Who);

/// <summary>A condition on the caller, beside the purpose.</summary>
internal enum Who
{
    Anybody,

    /// <summary>A department's system, not a human.</summary>
    Application,

    /// <summary>A system that sees some item at some level for the purpose.</summary>
    ApplicationThatSees,

    /// <summary>A system of the federation: <c>federation</c>, <c>federation-*</c>.</summary>
    FederationSystem,

    /// <summary>A system of the federation, or a human with the role Case.Review.</summary>
    FederationSystemOrReviewer,

    Reviewer,
    AccessAdmin,
    ApplicationOrAccessAdmin,
    Auditor,
    Analyst,
}
