namespace Domain.Shared;

/// <summary>An opaque key of one kind of thing: a version-7 GUID that cannot be mistaken for another kind's.</summary>
public interface IKey<TSelf>
    where TSelf : struct, IKey<TSelf>
{
    Guid Value { get; }

    static abstract TSelf Of(Guid value);
}
