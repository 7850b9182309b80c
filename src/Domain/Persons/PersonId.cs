using Domain.Shared;

namespace Domain.Persons;

/// <summary>Our own opaque key of a person. Never derived from an ID number, which can change or be shared.</summary>
public readonly record struct PersonId(Guid Value) : IKey<PersonId>
{
    public static PersonId Of(Guid value) => new(value);
}
