using Testing;

namespace SharingApi.Tests.Access;

/// <summary>Everything that the register says of its persons in words and numbers, by item, as the certificate office sees it.</summary>
internal sealed class StoredValues
{
    /// <summary>Shorter ones, such as a year, stand in many texts that disclose nothing.</summary>
    private const int TellingLength = 2;

    private static readonly string[] Telling =
    [
        "name", "idNumber", "birthDate", "hukou{address}", "residence{address}", "phone", "guardian{name}", "guardian{phone}", "certificate{number}",
    ];

    private readonly Dictionary<string, HashSet<string>> _values;

    private StoredValues(Dictionary<string, HashSet<string>> values, IReadOnlyList<string> ids)
    {
        _values = values;
        Ids = ids;
        All = values.Where(entry => Telling.Contains(entry.Key)).SelectMany(entry => entry.Value)
            .Where(value => value.Length >= TellingLength).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The ids of all persons.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Every value that gives its person away.</summary>
    public IReadOnlySet<string> All { get; }

    public static async Task<StoredValues> ReadAsync(SharingApp app)
    {
        var values = SharingMatrix.Fields.DistinctBy(field => field.Select)
            .ToDictionary(field => field.Select, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        var ids = new List<string>();
        string? after = null;
        do
        {
            var page = (await app.As("federation", "CERT").DataAsync(
                $"query A($after: String) {{ persons(first: 200, after: $after) {{ pageInfo {{ hasNextPage endCursor }} nodes {{ id {string.Join(' ', values.Keys)} }} }} }}",
                new { after })).GetProperty("persons");
            foreach (var field in values)
            {
                field.Value.UnionWith(SharingMatrix.LeavesOf(page.GetProperty("nodes"), SharingMatrix.PathOf(field.Key).Split('.')).OfType<string>());
            }

            ids.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!));
            after = page.GetProperty("pageInfo") is var info && info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);

        return new StoredValues(values, ids);
    }

    /// <summary>True for a value that the register has under this selection.</summary>
    public bool Has(string select, string value) => _values[select].Contains(value);

    /// <summary>One of the values under this selection, or null where there is none.</summary>
    public string? Some(string select, Random random) => _values[select].Count == 0 ? null : _values[select].ElementAt(random.Next(_values[select].Count));

    /// <summary>The first value that stands somewhere in a text, or null.</summary>
    public string? FoundIn(string text) => All.FirstOrDefault(value => text.Contains(value, StringComparison.Ordinal));
}
