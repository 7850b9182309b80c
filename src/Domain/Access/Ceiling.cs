namespace Domain.Access;

/// <summary>The most that a client may ever be granted for a purpose: a column of the sharing matrix (api.md 2).</summary>
public static class Ceiling
{
    /// <summary>The level of every item; all denied where the matrix has no column for the client and the purpose.</summary>
    public static IReadOnlyList<DisclosureLevel> Of(ClientSystem client, Purpose purpose, SharingMatrix matrix) =>
        HolderOf(client, purpose) is { } holder && matrix.Columns.Contains(new MatrixColumn(holder, purpose))
            ? matrix.LevelsOf(new MatrixColumn(holder, purpose))
            : [.. CatalogueItem.All.Select(_ => DisclosureLevel.Denied)];

    /// <summary>True where a grant in the client's scope may reach these persons: its own scope, or less.</summary>
    public static bool Covers(RowScope outer, RowScope inner) =>
        inner.Kind == RowScopeKind.Nothing || outer.Kind == RowScopeKind.City || outer == inner;

    /// <summary>True where the matrix gives the client anything at all for the purpose.</summary>
    public static bool Opens(ClientSystem client, Purpose purpose, SharingMatrix matrix) =>
        Of(client, purpose, matrix).Any(level => level != DisclosureLevel.Denied);

    private static string? HolderOf(ClientSystem client, Purpose purpose) => (client.Department, purpose) switch
    {
        (Department.PublicSecurity, _) => "public-security",
        (Department.CivilAffairs, _) => "civil-affairs",
        (Department.Health, _) => "health",
        (Department.Federation, Purpose.Cert) => "federation",
        (Department.Federation, Purpose.Survey) => "county-federation",
        (Department.Federation, Purpose.Stats) => "analyst",
        (Department.Holder, Purpose.Self) => "holder",
        _ => null,
    };
}
