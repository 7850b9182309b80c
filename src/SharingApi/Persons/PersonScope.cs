using Domain.Access;
using Domain.Notices;
using Domain.Persons;
using Persistence.Reading;
using SharingApi.Graph;

namespace SharingApi.Persons;

/// <summary>Which persons a caller reaches, as a condition on rows (domain.md 7).</summary>
internal static class PersonScope
{
    /// <summary>The persons of the caller's scope; nobody reaches somebody who was merged into another (ADR 0020).</summary>
    /// <param name="operation">Who asks.</param>
    /// <param name="prefix">Path to the person, ending in a dot, or empty.</param>
    public static ReadPredicate Of(OperationContext operation, string prefix) => ReadPredicate.Both(
        OfRows(operation, prefix),
        new ReadPredicate.IsNull(prefix + nameof(Person.MergedIntoId)))!;

    /// <summary>The same for rows that belong to a person: they have moved to the one who is kept.</summary>
    public static ReadPredicate? OfRows(OperationContext operation, string prefix)
    {
        var scope = operation.Disclosure.Scope;
        return scope.Kind switch
        {
            RowScopeKind.City => null,
            RowScopeKind.ManagementUnit => new ReadPredicate.Any(
            [
                Equal(prefix + nameof(Person.ManagementUnitCode), scope.Code!),
                Equal(prefix + nameof(Person.TransferUnitCode), scope.Code!),
            ]),
            RowScopeKind.HukouDivision => Equal(prefix + nameof(Person.HukouDivisionCode), scope.Code!),
            RowScopeKind.Self => Equal(prefix + nameof(Person.Id), PersonId.Of(Guid.ParseExact(scope.Code!, "N"))),
            RowScopeKind.OwnNotices => Reported(operation.Disclosure.Client, prefix),
            RowScopeKind.Nothing => ReadPredicate.Never,
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        };
    }

    /// <summary>A notice of this very client stands that was matched with the person: withdrawn and undecided ones open nobody.</summary>
    private static ReadPredicate.Exists Reported(string client, string prefix) => new(
        typeof(Evidence),
        nameof(Evidence.PersonId),
        new ReadPredicate.All(
        [
            Equal(nameof(Evidence.Client), client),
            Equal(nameof(Evidence.IsStanding), true),
            new ReadPredicate.Not(new ReadPredicate.IsNull(nameof(Evidence.PersonId))),
        ]))
    {
        Of = prefix + nameof(Person.Id),
    };

    private static ReadPredicate.Compare Equal(string path, object value) => new(path, Comparison.Equal, value);
}
