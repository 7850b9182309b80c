using System.Text.Json;

namespace Testing;

/// <summary>A person of the register as the city federation sees them: the raw material of a notice.</summary>
public sealed record Holder(string Id, string Name, string IdNumber, string BirthDate, string Sex, string Division, string? Community)
{
    /// <summary>Living holders with a valid certificate, in the order of their ids.</summary>
    /// <param name="app">The server.</param>
    /// <param name="count">How many, at most 200.</param>
    /// <param name="where">A further condition on the person, such as <c>hukou:{division:{code:{eq:"530128"}}}</c>.</param>
    public static async Task<IReadOnlyList<Holder>> LivingAsync(SharingApp app, int count, string where = "") =>
        await LivingAsync(app.As("federation", "CERT"), count, where);

    /// <summary>The same, asked for by a federation whose token is good at this moment.</summary>
    public static async Task<IReadOnlyList<Holder>> LivingAsync(Asker federation, int count, string where = "") =>
        (await PageAsync(federation, count, null, where)).Holders;

    /// <summary>All of them whose number is theirs alone, page after page.</summary>
    /// <param name="server">The server, as a process of its own.</param>
    /// <param name="where">A further condition on the person.</param>
    public static async Task<IReadOnlyList<Holder>> AllLivingAsync(SharingProcess server, string where = "")
    {
        List<Holder> holders = [];
        string? after = null;
        do
        {
            (var page, after) = await PageAsync(server.As("federation", "CERT"), 200, after, where);
            holders.AddRange(page);
        }
        while (after is not null);

        return [.. holders.GroupBy(holder => holder.IdNumber).Where(group => group.Count() == 1).Select(group => group.Single())];
    }

    /// <summary>Somebody who is in no register of ours, with a valid number.</summary>
    public static Holder Nobody(int sequence) => new(
        "",
        "赵无名",
        Domain.Persons.IdNumber.Compose("530199", new DateOnly(1931, 2, 3), 900 + sequence).Value,
        "1931-02-03",
        (900 + sequence) % 2 == 1 ? "MALE" : "FEMALE",
        "530102",
        null);

    /// <summary>The notice that public security sends when it cancels the registration of a dead person (row D1).</summary>
    public object Death(string messageId, string occurredOn = "2026-05-01") => new
    {
        messageId,
        type = "HUKOU_CANCELLED",
        reason = "DEATH",
        occurredOn,
        subject = Subject(),
    };

    /// <summary>The notice that public security sends when it moves a registration (rows M1 to M11).</summary>
    public object Move(string messageId, string toDivision, string? toCommunity, string occurredOn = "2026-05-01") => new
    {
        messageId,
        type = "HUKOU_MOVED",
        occurredOn,
        fromDivision = Division,
        toDivision,
        toCommunity,
        subject = Subject(),
    };

    private object Subject() => new { name = Name, idNumber = IdNumber, birthDate = BirthDate, sex = Sex };

    private static async Task<(IReadOnlyList<Holder> Holders, string? Next)> PageAsync(Asker federation, int count, string? after, string where)
    {
        var page = (await federation.DataAsync(
            $$$"""
            query Living($first: Int!, $after: String) {
              persons(first: $first, after: $after, where: {lifeStatus: {eq: ALIVE}, certificate: {status: {eq: ACTIVE}} {{{where}}} }) {
                nodes { id name idNumber birthDate sex hukou { division { code } community { code } } }
                pageInfo { hasNextPage endCursor }
              }
            }
            """,
            new { first = count, after })).GetProperty("persons");
        var info = page.GetProperty("pageInfo");
        return (
            [.. page.GetProperty("nodes").EnumerateArray().Select(Read)],
            info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null);
    }

    private static Holder Read(JsonElement node) => new(
        node.GetProperty("id").GetString()!,
        node.GetProperty("name").GetString()!,
        node.GetProperty("idNumber").GetString()!,
        node.GetProperty("birthDate").GetString()!,
        node.GetProperty("sex").GetString()!,
        node.GetProperty("hukou").GetProperty("division").GetProperty("code").GetString()!,
        node.GetProperty("hukou").GetProperty("community") is { ValueKind: JsonValueKind.Object } community
            ? community.GetProperty("code").GetString()
            : null);
}
