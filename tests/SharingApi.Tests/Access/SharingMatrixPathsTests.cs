using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>
/// The sharing matrix on every other way to a person: by id, by number, by check, from a service need, in the feed, in the
/// subscription, in the payload of a decision. All of a person's fields are asked for at once; each is answered as the file says.
/// </summary>
public sealed class SharingMatrixPathsTests(MatrixPathsApp house) : IClassFixture<MatrixPathsApp>
{
    private static readonly string Everything = string.Join(' ', SharingMatrix.Fields.Select(field => field.Select));

    /// <summary>What <c>checkPerson</c> takes beside the ID number, and a value that is true of the person.</summary>
    private static readonly (string Item, string Field, Func<Holder, object?> Of)[] Statements =
    [
        ("person.name", "name", holder => holder.Name),
        ("person.birthDate", "birthDate", holder => holder.BirthDate),
        ("person.sex", "sex", holder => holder.Sex),
        ("person.hukouDivision", "hukouDivision", holder => holder.Division),
        ("certificate.category", "category", _ => "PHYSICAL"),
        ("certificate.level", "level", _ => 1),
    ];

    public static TheoryData<string, string> Receivers()
    {
        var data = new TheoryData<string, string>();
        foreach (var (client, purpose, _) in SharingMatrix.Callers.Where(caller =>
            caller.Purpose != "VERIFY" && caller.Client is not ("holder" or "reviewer-1")))
        {
            data.Add(client, purpose);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(SharingMatrix.CallersOfPersons), MemberType = typeof(SharingMatrix))]
    public async Task By_id(string client, string purpose)
    {
        var caller = house.App.As(client, purpose);
        var person = house.PersonFor(client);

        AssertMatrix(await caller.AskAsync($"{{ node(id: \"{person.Id}\") {{ ... on Person {{ {Everything} }} }} }}"), "node", client, purpose);
        AssertMatrix(
            await caller.AskAsync($"{{ nodes(ids: [\"{person.Id}\"]) {{ ...P }} }} fragment P on Person {{ {Everything} }}"), "nodes", client, purpose);
    }

    [Theory]
    [MemberData(nameof(SharingMatrix.CallersOfPersons), MemberType = typeof(SharingMatrix))]
    public async Task By_number(string client, string purpose)
    {
        var caller = house.App.As(client, purpose);
        var person = house.PersonFor(client);
        foreach (var (item, root, argument) in new[]
        {
            ("person.idNumber", "personByIdNumber", $"idNumber: \"{person.IdNumber}\""),
            ("certificate.number", "personByCertificateNumber", $"certificateNumber: \"{house.CertificateOf(person)}\""),
        })
        {
            var answer = await caller.AskAsync($"{{ {root}({argument}) {{ {Everything} }} }}");

            if (SharingMatrix.LevelOf(client, purpose, item) is 'C' or 'M' or 'V')
            {
                AssertMatrix(answer, root, client, purpose);
            }
            else
            {
                Assert.Equal(["AUTH_FILTER_NOT_AUTHORIZED"], answer.Codes);
                Assert.False(answer.HasData);
            }
        }
    }

    [Theory]
    [MemberData(nameof(SharingMatrix.CallersOfPersons), MemberType = typeof(SharingMatrix))]
    public async Task By_check(string client, string purpose)
    {
        var caller = house.App.As(client, purpose);
        var person = house.PersonFor(client);
        foreach (var (item, field, of) in Statements)
        {
            var input = new Dictionary<string, object?>(StringComparer.Ordinal) { ["idNumber"] = person.IdNumber, [field] = of(person) };

            var answer = await caller.AskAsync("query C($input: CheckPersonInput!) { checkPerson(input: $input) { result } }", new { input });

            var mayState = new[] { "person.idNumber", item }.All(stated => SharingMatrix.LevelOf(client, purpose, stated) is 'C' or 'M' or 'V');
            Assert.Equal(mayState ? [] : ["AUTH_FILTER_NOT_AUTHORIZED"], answer.Codes);
            Assert.Equal(mayState, answer.HasData);
        }
    }

    [Theory]
    [MemberData(nameof(SharingMatrix.CallersOfPersons), MemberType = typeof(SharingMatrix))]
    public async Task From_a_service_need(string client, string purpose)
    {
        if (purpose == "VERIFY")
        {
            return;
        }

        var caller = house.App.As(client, purpose);

        AssertMatrix(
            await caller.AskAsync($"{{ serviceNeeds(first: 50) {{ nodes {{ person {{ {Everything} }} }} }} }}"), "serviceNeeds.nodes.person", client, purpose);
        foreach (var field in SharingMatrix.Fields)
        {
            string?[] arguments =
            [
                field.Filter is null ? null : $"where:{{person:{{{field.Filter}}}}}",
                field.Filter is null ? null : $"where:{{or:[{{person:{{and:[{{{field.Filter}}}]}}}},{{year:{{eq:2026}}}}]}}",
            ];
            foreach (var argument in arguments.OfType<string>())
            {
                var answer = await caller.AskAsync($"{{ serviceNeeds(first: 1, {argument}) {{ nodes {{ id }} }} }}");

                var isClear = SharingMatrix.LevelOf(client, purpose, field.Item) == 'C';
                Assert.Equal(isClear ? [] : ["AUTH_FILTER_NOT_AUTHORIZED"], answer.Codes);
                Assert.Equal(isClear, answer.HasData);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Receivers))]
    public async Task In_the_feed_and_in_the_subscription(string client, string purpose)
    {
        var feed = await house.App.As(client, purpose).AskAsync($"{{ statusChanges(first: 10) {{ nodes {{ person {{ {Everything} }} }} }} }}");
        var cursor = (await house.App.As(client, purpose).DataAsync("{ statusChanges(first: 1) { nodes { cursor } } }"))
            .GetProperty("statusChanges").GetProperty("nodes")[0].GetProperty("cursor").GetString();
        var followed = await FirstEventAsync(client, purpose, cursor!);

        AssertMatrix(feed, "statusChanges.nodes.person", client, purpose);
        AssertMatrix(followed, "statusChanges.person", client, purpose);
    }

    [Fact]
    public async Task In_the_queue_of_cases_and_in_the_payload_of_a_decision()
    {
        var reviewer = house.App.As("reviewer-1", "CERT");
        var queue = await reviewer.AskAsync($"{{ cases(first: 20) {{ nodes {{ id person {{ {Everything} }} }} }} }}");
        var caseId = queue.Data.GetProperty("cases").GetProperty("nodes")[0].GetProperty("id").GetString();

        var decided = await reviewer.AskAsync(
            $"mutation D($input: DecideCaseInput!) {{ decideCase(input: $input) {{ case {{ person {{ {Everything} }} }} errors {{ __typename }} }} }}",
            new { input = new { caseId, decision = "REJECT", reason = "核实后仍健在" } });

        AssertMatrix(queue, "cases.nodes.person", "reviewer-1", "CERT");
        AssertMatrix(decided, "decideCase.case.person", "reviewer-1", "CERT");
        Assert.Equal(JsonValueKind.Object, decided.Data.GetProperty("decideCase").GetProperty("case").GetProperty("person").ValueKind);
    }

    private static void AssertMatrix(Answer answer, string root, string client, string purpose)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var errors = answer.Errors.ToDictionary(ErrorPath, error => error.GetProperty("extensions").GetProperty("code").GetString(), StringComparer.Ordinal);
        foreach (var field in SharingMatrix.Fields)
        {
            var level = SharingMatrix.LevelOf(client, purpose, field.Item);
            var path = $"{root}.{SharingMatrix.PathOf(field.Select)}";
            var noted = answer.Disclosure.FirstOrDefault(note => path == note.Key || path.StartsWith(note.Key + ".", StringComparison.Ordinal)).Value;
            var values = SharingMatrix.LeavesOf(answer.Data, path.Split('.')).ToList();
            var isReported = errors.Keys.Any(key => path == key || path.StartsWith(key + ".", StringComparison.Ordinal));

            Assert.Equal((field.Select, level == 'C' ? null : SharingMatrix.WordOf(level)), (field.Select, noted));
            Assert.Equal((field.Select, level is not ('C' or 'M') && IsGiven(answer.Data, path)), (field.Select, isReported));
            Assert.All(values, value => Assert.True(
                level switch { 'C' => true, 'M' => SharingMatrix.IsMasked(field.Select, value), _ => value is null }, $"{field.Select} is shown"));
        }

        Assert.All(errors.Values, code => Assert.Equal("AUTH_NOT_AUTHORIZED", code));
    }

    // A list, a place or a unit that is denied is null itself; any other leaf is null in an object that is there.
    private static bool IsGiven(JsonElement data, string path)
    {
        var names = path.Split('.');
        var whole = Array.FindIndex(names, name => name is "subsidies" or "components" or "division" or "community" or "managementUnit");
        return SharingMatrix.LeavesOf(data, whole < 0 ? names : names[..(whole + 1)]).Any();
    }

    // Paths of errors run through lists by number; those of the disclosure do not.
    private static string ErrorPath(JsonElement error) => string.Join(
        '.', error.GetProperty("path").EnumerateArray().Where(part => part.ValueKind == JsonValueKind.String).Select(part => part.GetString()));

    private async Task<Answer> FirstEventAsync(string client, string purpose, string after)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await new TokenDesk(house.App.Http).TokenOfAsync(client));
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("Sharing-Purpose", purpose);
        var body = new { query = $"subscription F($after: String) {{ statusChanges(after: $after) {{ person {{ {Everything} }} }} }}", variables = new { after } };
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var response = await house.App.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, late.Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(late.Token));
        while (await reader.ReadLineAsync(late.Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return new Answer(response.StatusCode, line["data: ".Length..]);
            }
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The stream of {client} ended without an event."));
    }
}

/// <summary>One server with a death in each county that has receivers, and a case that waits.</summary>
public sealed class MatrixPathsApp : IAsyncLifetime
{
    private const string Report =
        "mutation R($notices: [NoticeInput!]!) { reportNotices(input: {notices: $notices}) { receipts { state } } }";

    private readonly Dictionary<string, string> _certificates = new(StringComparer.Ordinal);
    private Holder _ofWuhua = null!;
    private Holder _ofLuquan = null!;
    private Holder _first = null!;

    public SharingApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await SharingApp.StartAsync();
        _ofWuhua = (await Holder.LivingAsync(App, 2, "hukou:{division:{code:{eq:\"530102\"}}} managementUnit:{code:{eq:\"530102\"}}"))[1];
        _ofLuquan = (await Holder.LivingAsync(App, 2, "hukou:{division:{code:{eq:\"530128\"}}} managementUnit:{code:{eq:\"530128\"}}"))[1];
        var first = (await App.As("holder", "SELF").DataAsync("{ persons(first: 1) { nodes { id name idNumber birthDate sex hukou { division { code } } } } }"))
            .GetProperty("persons").GetProperty("nodes")[0];
        _first = new Holder(
            first.GetProperty("id").GetString()!, first.GetProperty("name").GetString()!, first.GetProperty("idNumber").GetString()!,
            first.GetProperty("birthDate").GetString()!, first.GetProperty("sex").GetString()!,
            first.GetProperty("hukou").GetProperty("division").GetProperty("code").GetString()!, null);
        foreach (var holder in new[] { _ofWuhua, _ofLuquan, _first })
        {
            var data = await App.As("federation", "CERT").DataAsync($"{{ node(id: \"{holder.Id}\") {{ ... on Person {{ certificate {{ number }} }} }} }}");
            _certificates[holder.Id] = data.GetProperty("node").GetProperty("certificate").GetProperty("number").GetString()!;
        }

        await App.As("public-security", "LIFE_SYNC").DataAsync(Report, new { notices = new[] { _ofWuhua.Death("m-1"), _ofLuquan.Death("m-2") } });
        var waiting = (await Holder.LivingAsync(App, 4))[3];
        await App.As("federation", "LIFE_SYNC").DataAsync(Report, new
        {
            notices = new[]
            {
                new { messageId = "m-3", type = "SOCIAL_REPORT", reports = "DEATH", occurredOn = "2026-05-01", subject = new { name = waiting.Name, idNumber = waiting.IdNumber } },
            },
        });
        await Eventually.Async(
            async () => (await App.As("reviewer-1", "CERT").DataAsync("{ cases(first: 1) { nodes { id } } }")).GetProperty("cases").GetProperty("nodes").GetArrayLength(),
            count => count == 1,
            TimeSpan.FromSeconds(20));
        foreach (var (client, purpose) in new[] { ("county-wuhua", "SUBSIDY"), ("county-luquan", "ASSIST") })
        {
            await Eventually.Async(
                async () => (await App.As(client, purpose).DataAsync("{ statusChanges(first: 10) { nodes { id } } }"))
                    .GetProperty("statusChanges").GetProperty("nodes").GetArrayLength(),
                count => count >= 2,
                TimeSpan.FromSeconds(20));
        }
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>Somebody in the row scope of the client.</summary>
    public Holder PersonFor(string client) => client switch
    {
        "holder" => _first,
        "county-luquan" or "federation-luquan" => _ofLuquan,
        _ => _ofWuhua,
    };

    /// <summary>The full certificate number.</summary>
    public string CertificateOf(Holder holder) => _certificates[holder.Id];
}
