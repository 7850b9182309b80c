using System.Text.Json;
using System.Text.RegularExpressions;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>The main job: public security reports a death, the register follows, and who must know is told.</summary>
public sealed partial class DeathOfAHolderTests : IAsyncLifetime
{
    private const string Report =
        """
        mutation Report($notices: [NoticeInput!]!) {
          reportNotices(input: {notices: $notices}) {
            receipts { messageId receivedAt state findings { code field message } }
            errors { __typename }
          }
        }
        """;

    // Two seconds are promised, and on a machine of its own the server needs a fraction of one; this one may be shared.
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(20);

    private SharingApp _app = null!;

    private Asker Police => _app.As("public-security", "LIFE_SYNC");

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Both_federation_and_civil_affairs_read_it_and_the_feed_tells_it()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();

        await Police.DataAsync(Report, new { notices = new[] { holder.Death("police-1") } });

        var federation = _app.As("federation", "CERT");
        var certificateOffice = await Eventually.Async(
            () => PersonAsync(federation, holder, "lifeStatus deathDate hukou { status } certificate { status statusReason }"),
            person => person.GetProperty("lifeStatus").GetString() == "DECEASED",
            Promised);
        Assert.Equal("2026-05-01", certificateOffice.GetProperty("deathDate").GetString());
        Assert.Equal("CANCELLED_DEATH", certificateOffice.GetProperty("hukou").GetProperty("status").GetString());
        Assert.Equal("CANCELLED", certificateOffice.GetProperty("certificate").GetProperty("status").GetString());
        Assert.Equal("DEATH", certificateOffice.GetProperty("certificate").GetProperty("statusReason").GetString());

        var civilAffairs = _app.As("civil-affairs", "SUBSIDY");
        var subsidyOffice = await PersonAsync(civilAffairs, holder, "lifeStatus certificate { status }");
        Assert.Equal("DECEASED", subsidyOffice.GetProperty("lifeStatus").GetString());
        Assert.Equal("CANCELLED", subsidyOffice.GetProperty("certificate").GetProperty("status").GetString());
        var feed = await FeedAsync(civilAffairs);
        Assert.Equal(["DEATH_CONFIRMED", "CERTIFICATE_CANCELLED"], feed.Select(change => change.GetProperty("type").GetString()));
        Assert.Equal([1, 2], feed.Select(change => change.GetProperty("sequence").GetInt32()));
        Assert.All(feed, change => Assert.Equal(holder.Id, change.GetProperty("person").GetProperty("id").GetString()));
        Assert.All(feed, change => Assert.Equal("2026-05-01", change.GetProperty("occurredOn").GetString()));
    }

    [Fact]
    public async Task The_open_service_needs_are_closed()
    {
        var holder = await HolderWithAnOpenNeedAsync();

        await Police.DataAsync(Report, new { notices = new[] { holder.Death("police-1") } });

        var person = await Eventually.Async(
            () => PersonAsync(_app.As("federation", "CERT"), holder, "lifeStatus serviceNeeds { status closeReason }"),
            found => found.GetProperty("lifeStatus").GetString() == "DECEASED",
            Promised);
        var needs = person.GetProperty("serviceNeeds").EnumerateArray().ToList();
        Assert.DoesNotContain(needs, need => need.GetProperty("status").GetString() is "WANTED" or "PLANNED" or "IN_SERVICE");
        Assert.Contains(needs, need => need.GetProperty("closeReason").GetString() == "HOLDER_DECEASED");
    }

    [Fact]
    public async Task The_receipt_is_the_one_for_a_person_who_holds_no_certificate()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        var nobody = Holder.Nobody(1);

        var ofHolder = (await Police.AskAsync(Report, new { notices = new[] { holder.Death("police-aaaa") } })).Text;
        var ofNobody = (await Police.AskAsync(Report, new { notices = new[] { nobody.Death("police-bbbb") } })).Text;

        Assert.Contains("ACCEPTED", ofHolder, StringComparison.Ordinal);
        Assert.Equal(WithoutIdsAndTimes(ofHolder), WithoutIdsAndTimes(ofNobody));
    }

    [Fact]
    public async Task Sent_again_it_has_no_second_effect()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        var notices = new { notices = new[] { holder.Death("police-1") } };

        var first = Receipt(await Police.DataAsync(Report, notices));
        var again = Receipt(await Police.DataAsync(Report, notices));

        Assert.Equal("ACCEPTED", first.GetProperty("state").GetString());
        Assert.Equal("DUPLICATE", again.GetProperty("state").GetString());
        Assert.Equal(first.GetProperty("receivedAt").GetString(), again.GetProperty("receivedAt").GetString());
        await DeathIsKnownAsync(holder);
        Assert.Equal(2, (await FeedAsync(_app.As("civil-affairs", "SUBSIDY"))).Count);
    }

    [Fact]
    public async Task Sent_from_twenty_connections_at_once_it_has_one_effect()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        var notices = new { notices = new[] { holder.Death("police-1") } };

        var receipts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Police.DataAsync(Report, notices)));

        var states = receipts.Select(data => Receipt(data).GetProperty("state").GetString()).ToList();
        Assert.Single(states, "ACCEPTED");
        Assert.Equal(19, states.Count(state => state == "DUPLICATE"));
        await DeathIsKnownAsync(holder);
        Assert.Equal(2, (await FeedAsync(_app.As("civil-affairs", "SUBSIDY"))).Count);
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_refused_as_a_conflict()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        await Police.DataAsync(Report, new { notices = new[] { holder.Death("police-1") } });

        var receipt = Receipt(await Police.DataAsync(Report, new { notices = new[] { holder.Death("police-1", "2026-05-02") } }));

        Assert.Equal("REFUSED", receipt.GetProperty("state").GetString());
        Assert.Equal("MESSAGE_ID_CONFLICT", receipt.GetProperty("findings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_the_tables_do_not_apply_at_once_waits_for_review_and_leaves_the_person_alone()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        var otherName = holder with { Name = "钱某" };

        await Police.DataAsync(Report, new { notices = new[] { otherName.Death("police-1") } });

        var cases = await Eventually.Async(
            () => _app.As("reviewer-1", "CERT").DataAsync("{ cases(first: 10) { nodes { id kind state person { id lifeStatus certificate { status } } } } }"),
            data => data.GetProperty("cases").GetProperty("nodes").GetArrayLength() > 0,
            Promised);
        var matter = cases.GetProperty("cases").GetProperty("nodes").EnumerateArray().Single();
        Assert.Equal("REVIEW", matter.GetProperty("kind").GetString());
        Assert.Equal("OPEN", matter.GetProperty("state").GetString());
        Assert.Equal(holder.Id, matter.GetProperty("person").GetProperty("id").GetString());
        Assert.Equal("ALIVE", matter.GetProperty("person").GetProperty("lifeStatus").GetString());
        Assert.Equal("ACTIVE", matter.GetProperty("person").GetProperty("certificate").GetProperty("status").GetString());
    }

    private async Task DeathIsKnownAsync(Holder holder) => await Eventually.Async(
        () => PersonAsync(_app.As("federation", "CERT"), holder, "lifeStatus"),
        person => person.GetProperty("lifeStatus").GetString() == "DECEASED",
        Promised);

    private async Task<Holder> HolderWithAnOpenNeedAsync()
    {
        var data = await _app.As("federation", "CERT").DataAsync(
            "{ serviceNeeds(first: 50, where: {status: {eq: WANTED}}) { nodes { person { id lifeStatus certificate { status } } } } }");
        var ids = data.GetProperty("serviceNeeds").GetProperty("nodes").EnumerateArray()
            .Select(need => need.GetProperty("person").GetProperty("id").GetString())
            .ToHashSet(StringComparer.Ordinal);
        return (await Holder.LivingAsync(_app, 200)).First(holder => ids.Contains(holder.Id));
    }

    private static async Task<JsonElement> PersonAsync(Asker asker, Holder holder, string selection)
    {
        var data = await asker.DataAsync(
            $"query One($number: IdNumber!) {{ personByIdNumber(idNumber: $number) {{ {selection} }} }}",
            new { number = holder.IdNumber });
        return data.GetProperty("personByIdNumber");
    }

    private static async Task<IReadOnlyList<JsonElement>> FeedAsync(Asker receiver)
    {
        var data = await receiver.DataAsync(
            "{ statusChanges(first: 100) { nodes { sequence type occurredOn person { id } } } }");
        return [.. data.GetProperty("statusChanges").GetProperty("nodes").EnumerateArray()];
    }

    private static JsonElement Receipt(JsonElement data) =>
        data.GetProperty("reportNotices").GetProperty("receipts").EnumerateArray().Single();

    private static string WithoutIdsAndTimes(string text) => Times().Replace(Ids().Replace(text, "ID"), "TIME");

    [GeneratedRegex("police-[a-z]{4}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex("\"receivedAt\":\"[^\"]+\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Times();
}
