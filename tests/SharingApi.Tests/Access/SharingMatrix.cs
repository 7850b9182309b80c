using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>
/// <c>schema/sharing-matrix.csv</c> as a lawyer would read it, not through the product; who is ruled by which of its columns; and
/// how each of its items is asked for.
/// </summary>
internal static class SharingMatrix
{
    /// <summary>Client and purpose, and the column that rules them (api.md 2).</summary>
    public static readonly (string Client, string Purpose, string Column)[] Callers =
    [
        ("public-security", "VERIFY", "public-security/VERIFY"),
        ("civil-affairs", "SUBSIDY", "civil-affairs/SUBSIDY"),
        ("civil-affairs", "ASSIST", "civil-affairs/ASSIST"),
        ("county-wuhua", "SUBSIDY", "civil-affairs/SUBSIDY"),
        ("county-luquan", "ASSIST", "civil-affairs/ASSIST"),
        ("health", "REHAB", "health/REHAB"),
        ("federation", "CERT", "federation/CERT"),
        ("federation-wuhua", "CERT", "federation/CERT"),
        ("federation-wuhua", "SURVEY", "county-federation/SURVEY"),
        ("federation-luquan", "SURVEY", "county-federation/SURVEY"),
        ("reviewer-1", "CERT", "federation/CERT"),
        ("holder", "SELF", "holder/SELF"),
    ];

    /// <summary>Every item that a person's fields carry: how to select it, and how to filter and sort by it (null: nobody can).</summary>
    public static readonly (string Item, string Select, string? Filter, string? Sort)[] Fields =
    [
        ("person.name", "name", "name:{eq:\"x\"}", "name:ASC"),
        ("person.idNumber", "idNumber", "idNumber:{eq:\"53019919681105014X\"}", null),
        ("person.birthDate", "birthDate", "birthDate:{gt:\"1990\"}", "birthDate:DESC"),
        ("person.sex", "sex", "sex:{eq:MALE}", "sex:ASC"),
        ("person.ethnicity", "ethnicity", "ethnicity:{eq:\"x\"}", "ethnicity:ASC"),
        ("person.hukouDivision", "hukou{division{code}}", "hukou:{division:{code:{eq:\"530102\"}}}", "hukou:{division:{code:ASC}}"),
        ("person.hukouDivision", "hukou{status}", "hukou:{status:{eq:REGISTERED}}", "hukou:{status:ASC}"),
        ("person.hukouDivision", "hukou{since}", "hukou:{since:{gt:\"2000-01-01\"}}", "hukou:{since:ASC}"),
        ("person.hukouAddress", "hukou{address}", "hukou:{address:{startsWith:\"x\"}}", "hukou:{address:ASC}"),
        ("person.managementUnit", "managementUnit{code}", "managementUnit:{code:{eq:\"530102\"}}", "managementUnit:{code:ASC}"),
        ("person.community", "community{code}", "community:{code:{eq:\"x\"}}", "community:{code:ASC}"),
        ("person.community", "hukou{community{code}}", "hukou:{community:{code:{eq:\"x\"}}}", "hukou:{community:{code:ASC}}"),
        ("person.residence", "residence{address}", "residence:{address:{eq:\"x\"}}", "residence:{address:ASC}"),
        ("person.phone", "phone", "phone:{eq:\"13900000000\"}", null),
        ("person.guardian", "guardian{name}", "guardian:{name:{eq:\"x\"}}", "guardian:{name:ASC}"),
        ("person.guardian", "guardian{relation}", "guardian:{relation:{eq:\"x\"}}", "guardian:{relation:ASC}"),
        ("person.guardianPhone", "guardian{phone}", null, null),
        ("person.lifeStatus", "lifeStatus", "lifeStatus:{eq:ALIVE}", "lifeStatus:ASC"),
        ("person.deathDate", "deathDate", "deathDate:{gt:\"2020\"}", "deathDate:ASC"),
        ("certificate.number", "certificate{number}", null, null),
        ("certificate.status", "certificate{status}", "certificate:{status:{eq:ACTIVE}}", "certificate:{status:ASC}"),
        ("certificate.status", "certificate{validUntil}", "certificate:{validUntil:{gt:\"2026-01-01\"}}", "certificate:{validUntil:ASC}"),
        ("certificate.status", "certificate{issuedOn}", "certificate:{issuedOn:{gt:\"2016-01-01\"}}", "certificate:{issuedOn:ASC}"),
        ("certificate.statusReason", "certificate{statusReason}", "certificate:{statusReason:{eq:DEATH}}", "certificate:{statusReason:ASC}"),
        ("certificate.category", "certificate{category}", "certificate:{category:{eq:VISUAL}}", "certificate:{category:ASC}"),
        ("certificate.level", "certificate{level}", "certificate:{level:{eq:1}}", "certificate:{level:ASC}"),
        ("certificate.level", "certificate{isSevere}", null, null),
        ("certificate.components", "certificate{components{category}}", null, null),
        ("subsidy.received", "subsidies{kind}", null, null),
        ("subsidy.dibao", "isOnSubsistenceAllowance", "isOnSubsistenceAllowance:{eq:true}", "isOnSubsistenceAllowance:ASC"),
    ];

    public static readonly (string Item, string Domain)[] Domains =
    [
        ("serviceNeed.economyHousing", "ECONOMY_HOUSING"),
        ("serviceNeed.education", "EDUCATION"),
        ("serviceNeed.employment", "EMPLOYMENT"),
        ("serviceNeed.socialSecurity", "SOCIAL_SECURITY"),
        ("serviceNeed.care", "CARE"),
        ("serviceNeed.medicalRehab", "MEDICAL_REHAB"),
        ("serviceNeed.accessibility", "ACCESSIBILITY"),
        ("serviceNeed.cultureSports", "CULTURE_SPORTS"),
    ];

    /// <summary>Every caller as a row of a theory.</summary>
    public static TheoryData<string, string> CallersOfPersons()
    {
        var data = new TheoryData<string, string>();
        foreach (var (client, purpose, _) in Callers)
        {
            data.Add(client, purpose);
        }

        return data;
    }

    private static readonly string[][] Rows = [.. File
        .ReadAllLines(Path.Combine(Repository.Root, "schema", "sharing-matrix.csv"))
        .Where(line => line.Length > 0)
        .Select(line => line.Split(','))];

    /// <summary>The keys of all items, in the order of the file.</summary>
    public static IEnumerable<string> Items => Rows.Skip(1).Select(row => row[0]);

    /// <summary>The items that are contained in an item.</summary>
    public static IEnumerable<string> PartsOf(string item) => Rows.Single(row => row[0] == item)[3].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The letter that stands in the cell: C, M, V, A or D.</summary>
    public static char LevelOf(string client, string purpose, string item)
    {
        var name = Callers.Single(caller => caller.Client == client && caller.Purpose == purpose).Column;
        return Rows.Single(row => row[0] == item)[Array.IndexOf(Rows[0], name)][0];
    }

    /// <summary>The levels as the interface names them.</summary>
    public static string WordOf(char level) =>
        level switch { 'C' => "CLEAR", 'M' => "MASKED", 'V' => "MATCH_ONLY", 'A' => "AGGREGATE", _ => "DENIED" };

    /// <summary>The path of a selection of one leaf.</summary>
    public static string PathOf(string select) => select.Replace("{", ".", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);

    /// <summary>The values at a path, lists flattened; none where an object on the way is null.</summary>
    public static IEnumerable<string?> LeavesOf(JsonElement element, ReadOnlyMemory<string> path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                if (path.IsEmpty)
                {
                    yield return null;
                }

                break;
            case JsonValueKind.Array:
                foreach (var leaf in element.EnumerateArray().SelectMany(item => LeavesOf(item, path)))
                {
                    yield return leaf;
                }

                break;
            case JsonValueKind.Object:
                foreach (var leaf in LeavesOf(element.GetProperty(path.Span[0]), path[1..]))
                {
                    yield return leaf;
                }

                break;
            default:
                yield return element.ToString();
                break;
        }
    }

    /// <summary>True for a value that hides something, and for none at all.</summary>
    public static bool IsMasked(string select, string? value) => value is null || select switch
    {
        "birthDate" => value.Length == 4,
        "deathDate" => value.Length <= 7,
        _ => value.Contains('*', StringComparison.Ordinal),
    };
}

/// <summary>One server for the whole matrix, and a person to look up (not by number: at match-only each look-up would count as a check).</summary>
public sealed class MatrixApp : IAsyncLifetime
{
    public SharingApp App { get; private set; } = null!;

    public string SomePerson { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await SharingApp.StartAsync();
        var data = await App.As("federation", "CERT").DataAsync(
            "{ persons(first: 1, where: {certificate: {status: {eq: ACTIVE}}}) { nodes { id } } }");
        SomePerson = data.GetProperty("persons").GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    public async Task DisposeAsync() => await App.DisposeAsync();
}
