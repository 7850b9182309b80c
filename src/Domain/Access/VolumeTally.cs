using Domain.Persons;

namespace Domain.Access;

/// <summary>Of how many persons a grant has disclosed something on one day in Asia/Shanghai.</summary>
public sealed class VolumeTally
{
    public required Guid GrantId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Persons disclosed, and those who are held free for answers that are being made.</summary>
    public required int Count { get; set; }
}

/// <summary>A person of whom the grant has disclosed something on the day: counted once.</summary>
public sealed class VolumePerson
{
    public required Guid GrantId { get; init; }

    public required DateOnly Day { get; init; }

    public required PersonId PersonId { get; init; }
}
