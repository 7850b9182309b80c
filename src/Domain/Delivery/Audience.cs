using Domain.Access;
using Domain.StatusChanges;

namespace Domain.Delivery;

/// <summary>A receiver's rights at the moment at which a change is made.</summary>
/// <param name="Receiver">Whose feed it is.</param>
/// <param name="Scope">Which persons it may hear of.</param>
/// <param name="ClearItems">Keys of the catalogue items that are clear to it.</param>
public sealed record Listener(Receiver Receiver, RowScope Scope, IReadOnlySet<string> ClearItems);

/// <summary>Who is told of a change (api.md 4): the scope decides when the change is made.</summary>
public sealed class Audience(IReadOnlyList<Listener> listeners)
{
    /// <summary>
    /// The receivers that the person is in scope of, before or after the change, and to which the type is open: of a move
    /// both the old and the new county hear.
    /// </summary>
    public IEnumerable<Receiver> Of(StatusChangeType type, PersonState before, PersonState after) =>
        listeners
            .Where(listener => Opens(listener, type) && (Reaches(listener.Scope, before) || Reaches(listener.Scope, after)))
            .Select(listener => listener.Receiver);

    private static bool Opens(Listener listener, StatusChangeType type)
    {
        var items = StatusChangeItems.Of(type);
        return items.Count == 0 || items.Any(item => listener.ClearItems.Contains(item.Key));
    }

    private static bool Reaches(RowScope scope, PersonState state) => scope.Kind switch
    {
        RowScopeKind.City => true,
        RowScopeKind.ManagementUnit => scope.Code == state.ManagementUnitCode || scope.Code == state.TransferUnitCode,
        RowScopeKind.HukouDivision => scope.Code == state.HukouDivisionCode,
        RowScopeKind.Self or RowScopeKind.Nothing => false,

        // LIFE_SYNC has no feed: who reported the change knows it, and asks about the rest.
        RowScopeKind.OwnNotices => false,
    };
}
