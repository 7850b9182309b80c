using Domain.Access;
using static Domain.Access.Department;

namespace Persistence.Access;

/// <summary>The development clients of api.md 2, and which columns of the sharing matrix are theirs.</summary>
public static class FoundingClients
{
    private const string Wuhua = "530102";
    private const string Luquan = "530128";

    private static readonly MatrixColumn[] PoliceColumns = [new("public-security", Purpose.Verify)];

    private static readonly MatrixColumn[] HealthColumns = [new("health", Purpose.Rehab)];

    private static readonly MatrixColumn[] CivilAffairsColumns =
    [
        new("civil-affairs", Purpose.Subsidy),
        new("civil-affairs", Purpose.Assist),
    ];

    private static readonly MatrixColumn[] CertificateColumn = [new("federation", Purpose.Cert)];

    private static readonly MatrixColumn[] CountyColumns =
    [
        new("federation", Purpose.Cert),
        new("county-federation", Purpose.Survey),
    ];

    /// <summary>Every client. The holder's scope, the person it is, is known only once there is a register.</summary>
    public static IReadOnlyList<FoundingClient> All { get; } =
    [
        System("public-security", PublicSecurity, "City household registration", RowScope.City, PoliceColumns),
        System("civil-affairs", CivilAffairs, "City social assistance", RowScope.City, CivilAffairsColumns),
        System("county-wuhua", CivilAffairs, "Wuhua social assistance", RowScope.HukouDivision(Wuhua), CivilAffairsColumns),
        System("county-luquan", CivilAffairs, "Luquan social assistance", RowScope.HukouDivision(Luquan), CivilAffairsColumns),
        System("health", Health, "City rehabilitation", RowScope.City, HealthColumns),
        System("court", Court, "Intermediate court registry", RowScope.City, []),
        System("federation", Federation, "City certificate office", RowScope.City, CertificateColumn),
        System("federation-wuhua", Federation, "Wuhua federation", RowScope.ManagementUnit(Wuhua), CountyColumns),
        System("federation-luquan", Federation, "Luquan federation", RowScope.ManagementUnit(Luquan), CountyColumns),
        Human("reviewer-1", Federation, "Certificate review", RowScope.City, CertificateColumn),
        Human("reviewer-2", Federation, "Rights protection", RowScope.City, CertificateColumn),
        Human("access-admin-1", Federation, "Data sharing", RowScope.Nothing, []),
        Human("access-admin-2", Federation, "General office", RowScope.Nothing, []),
        Human("auditor", Federation, "Discipline and audit", RowScope.Nothing, []) with { MayAudit = true },
        Human("analyst", Federation, "Planning and statistics", RowScope.City, [new("analyst", Purpose.Stats)]),
        Human("holder", Holder, "Certificate holder", RowScope.Nothing, [new("holder", Purpose.Self)]),
    ];

    private static FoundingClient System(
        string id, Department department, string office, RowScope scope, IReadOnlyList<MatrixColumn> columns) =>
        new(id, department, office, ClientKind.Application, scope, columns);

    private static FoundingClient Human(
        string id, Department department, string office, RowScope scope, IReadOnlyList<MatrixColumn> columns) =>
        new(id, department, office, ClientKind.User, scope, columns);
}

/// <summary>A development client and the rights that it starts with.</summary>
/// <param name="Id">Name in the token and in the API.</param>
/// <param name="Department">Whose client it is.</param>
/// <param name="Office">The office within the department.</param>
/// <param name="Kind">A system or a human.</param>
/// <param name="Scope">Which persons its grants reach.</param>
/// <param name="Columns">Columns of the sharing matrix that become its grants.</param>
public sealed record FoundingClient(
    string Id,
    Department Department,
    string Office,
    ClientKind Kind,
    RowScope Scope,
    IReadOnlyList<MatrixColumn> Columns)
{
    /// <summary>AUDIT has no column: the auditor sees who read, never what was read.</summary>
    public bool MayAudit { get; init; }
}
