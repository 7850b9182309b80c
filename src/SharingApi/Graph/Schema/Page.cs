namespace SharingApi.Graph.Schema;

/// <summary>A page of a list that a resolver answers; read plans write theirs as JSON and need none.</summary>
/// <param name="Edges">The entries in order.</param>
/// <param name="HasNextPage">Whether entries follow.</param>
/// <param name="HasPreviousPage">Whether entries stand before.</param>
/// <param name="TotalCount">Number of all entries; null where it was not selected.</param>
internal sealed record Page(
    IReadOnlyList<Edge> Edges, bool HasNextPage, bool HasPreviousPage, int? TotalCount = null);

/// <summary>One entry of a page.</summary>
/// <param name="Cursor">Opaque, encrypted, bound to caller, purpose, order and filter.</param>
/// <param name="Node">The entry itself.</param>
internal sealed record Edge(string Cursor, object Node);
