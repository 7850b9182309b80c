namespace SharingApi.Tests.Access;

/// <summary>A document that asks for fields of persons, on some road, perhaps by a filter or an order.</summary>
/// <param name="Document">The text.</param>
/// <param name="Root">Path of the persons in the response.</param>
/// <param name="Fields">What is selected of each: item, and the selection.</param>
/// <param name="FilterItem">The item that it filters or sorts by; null where it does neither.</param>
internal sealed record AskedPersons(string Document, string Root, IReadOnlyList<(string Item, string Select)> Fields, string? FilterItem);

/// <summary>Draws documents.</summary>
internal static class RandomPersonDocument
{
    /// <summary>What can be probed for by equality: item, the selection that has its values, and the condition.</summary>
    public static readonly (string Item, string Select, string Field)[] Probes =
    [
        ("person.name", "name", "name: {eq: \"%v\"}"),
        ("person.idNumber", "idNumber", "idNumber: {eq: \"%v\"}"),
        ("person.birthDate", "birthDate", "birthDate: {eq: \"%v\"}"),
        ("person.phone", "phone", "phone: {eq: \"%v\"}"),
        ("person.ethnicity", "ethnicity", "ethnicity: {eq: \"%v\"}"),
        ("person.hukouAddress", "hukou{address}", "hukou: {address: {eq: \"%v\"}}"),
        ("person.residence", "residence{address}", "residence: {address: {eq: \"%v\"}}"),
        ("person.guardian", "guardian{name}", "guardian: {name: {eq: \"%v\"}}"),
    ];

    public static AskedPersons Draw(Random random, StoredValues stored)
    {
        var fields = SharingMatrix.Fields.Where(_ => random.Next(3) == 0).Select(field => (field.Item, field.Select)).ToList();
        var selection = $"id {string.Join(' ', fields.Select(field => field.Select))}";
        var id = stored.Ids[random.Next(stored.Ids.Count)];
        return random.Next(6) switch
        {
            0 => new($"{{ node(id: \"{id}\") {{ ...P }} }} fragment P on Person {{ {selection} }}", "node", fields, null),
            1 => new($"{{ nodes(ids: [\"{id}\"]) {{ ... on Person {{ {selection} }} }} }}", "nodes", fields, null),
            2 => new($"{{ serviceNeeds(first: 20) {{ nodes {{ id person {{ {selection} }} }} }} }}", "serviceNeeds.nodes.person", fields, null),
            3 => Sorted(random, selection, fields),
            4 => Probed(random, selection, fields, stored),
            _ => new($"{{ persons(first: {random.Next(1, 60)}) {{ pageInfo {{ endCursor }} edges {{ node {{ {selection} }} }} }} }}", "persons.edges.node", fields, null),
        };
    }

    /// <summary>A value of the same length that nobody has.</summary>
    public static string MissOf(string select, string hit) => select switch
    {
        "idNumber" => Testing.Holder.Nobody(7).IdNumber,
        "birthDate" => "1899-01-01"[..hit.Length],
        "phone" => new string('9', hit.Length),
        _ => new string('某', hit.Length),
    };

    private static AskedPersons Sorted(Random random, string selection, IReadOnlyList<(string Item, string Select)> fields)
    {
        var sortable = SharingMatrix.Fields.Where(field => field.Sort is not null).ToList();
        var by = sortable[random.Next(sortable.Count)];
        return new($"{{ persons(first: 25, order: [{{{by.Sort}}}]) {{ pageInfo {{ endCursor }} nodes {{ {selection} }} }} }}", "persons.nodes", fields, by.Item);
    }

    private static AskedPersons Probed(Random random, string selection, IReadOnlyList<(string Item, string Select)> fields, StoredValues stored)
    {
        var (item, select, field) = Probes[random.Next(Probes.Length)];
        var condition = field.Replace("%v", stored.Some(select, random) ?? "x", StringComparison.Ordinal);
        return new($"{{ persons(first: 25, where: {{{condition}}}) {{ totalCount nodes {{ {selection} }} }} }}", "persons.nodes", fields, item);
    }
}
