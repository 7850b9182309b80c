using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>A death was reported wrongly: the source or two reviewers take it back, and everybody who was told is told so.</summary>
public sealed class DeathTakenBackTests : IAsyncLifetime
{
    private const string Report =
        "mutation Report($notices: [NoticeInput!]!) { reportNotices(input: {notices: $notices}) { receipts { state } } }";

    private const string Withdraw = """
        mutation Withdraw($input: WithdrawNoticeInput!) {
          withdrawNotice(input: $input) { receipt { messageId state findings { code field } } errors { __typename } }
        }
        """;

    private const string Decide = """
        mutation Decide($input: DecideCaseInput!) {
          decideCase(input: $input) { case { id state digest } digest errors { ... on CaseError { code } } }
        }
        """;

    private const string Sign = """
        mutation Sign($input: SignOffInput!) {
          signOff(input: $input) { case { id state } errors { ... on CaseError { code } } }
        }
        """;

    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(10);

    private SharingApp _app = null!;

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_source_withdraws_and_the_certificate_stands_again_in_every_feed()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        var police = _app.As("public-security", "LIFE_SYNC");
        await police.DataAsync(Report, new { notices = new[] { holder.Death("police-1") } });
        await LifeIsAsync(holder, "DECEASED");

        var payload = (await police.DataAsync(Withdraw, new { input = new { messageId = "police-2", withdraws = "police-1", reason = "wrong person" } }))
            .GetProperty("withdrawNotice");

        Assert.Equal("ACCEPTED", payload.GetProperty("receipt").GetProperty("state").GetString());
        await LifeIsAsync(holder, "ALIVE");
        var feed = await FeedAsync(_app.As("civil-affairs", "SUBSIDY"));
        Assert.Equal(
            ["DEATH_CONFIRMED", "CERTIFICATE_CANCELLED", "DEATH_REVERSED", "CERTIFICATE_REINSTATED"],
            feed.Select(change => change.GetProperty("type").GetString()));
        Assert.Equal(feed[0].GetProperty("id").GetString(), feed[2].GetProperty("reverses").GetString());
        Assert.Equal(feed[1].GetProperty("id").GetString(), feed[3].GetProperty("reverses").GetString());
    }

    [Fact]
    public async Task A_withdrawal_of_an_id_never_seen_is_answered_alike_and_a_repeat_is_a_duplicate()
    {
        var police = _app.As("public-security", "LIFE_SYNC");
        var input = new { input = new { messageId = "police-9", withdraws = "never-seen", reason = "wrong person" } };

        Assert.Equal("ACCEPTED", StateOf(await police.DataAsync(Withdraw, input)));
        Assert.Equal("DUPLICATE", StateOf(await police.DataAsync(Withdraw, input)));
        Assert.Equal("REFUSED", StateOf(await police.DataAsync(Withdraw, new { input = new { messageId = "police-9", withdraws = "other", reason = "x" } })));
        Assert.Equal("REFUSED", StateOf(await police.DataAsync(Withdraw, new { input = new { messageId = "police-8", withdraws = "other", reason = "" } })));
    }

    [Fact]
    public async Task Two_reviewers_of_two_offices_reverse_a_reported_death()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        await _app.As("health", "LIFE_SYNC").DataAsync(Report, new { notices = new[] { Certificate(holder) } });
        await LifeIsAsync(holder, "DEATH_REPORTED");
        var matter = (await _app.As("reviewer-1", "CERT").DataAsync("{ cases(first: 5) { nodes { id kind reasons dueOn escalatedAt } } }"))
            .GetProperty("cases").GetProperty("nodes").EnumerateArray().Single();
        Assert.Equal("DEATH_REPORTED", matter.GetProperty("reasons")[0].GetString());
        var id = matter.GetProperty("id").GetString();

        var first = (await _app.As("reviewer-1", "CERT").DataAsync(Decide, new { input = new { caseId = id, decision = "REVERSE_DEATH", reason = "seen alive" } }))
            .GetProperty("decideCase");
        var digest = first.GetProperty("digest").GetString();
        Assert.Equal(digest, first.GetProperty("case").GetProperty("digest").GetString());
        Assert.Equal("SIGN_OFF_SAME_SIGNER", CodeOf((await SignAsync("reviewer-1", id, digest)).GetProperty("errors")));
        var signed = await SignAsync("reviewer-2", id, digest);

        Assert.Equal(JsonValueKind.Null, signed.GetProperty("errors").ValueKind);
        Assert.Equal("CLOSED", signed.GetProperty("case").GetProperty("state").GetString());
        await LifeIsAsync(holder, "ALIVE");
        Assert.Equal(
            ["DEATH_REPORTED", "CERTIFICATE_FROZEN", "DEATH_REVERSED", "CERTIFICATE_UNFROZEN"],
            (await FeedAsync(_app.As("civil-affairs", "SUBSIDY"))).Select(change => change.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task A_transfer_is_decided_by_the_receiving_unit_alone()
    {
        var holder = (await Holder.LivingAsync(_app, 1, ", hukou: {division: {code: {eq: \"530102\"}}}, managementUnit: {code: {eq: \"530102\"}}")).Single();
        await _app.As("public-security", "LIFE_SYNC").DataAsync(Report, new { notices = new[] { holder.Move("police-1", "530128", null) } });
        var matter = await Eventually.Async(
            () => _app.As("federation-luquan", "CERT").DataAsync("{ cases(first: 5, where: {kind: {eq: TRANSFER}}) { nodes { id dueOn } } }"),
            data => data.GetProperty("cases").GetProperty("nodes").GetArrayLength() == 1,
            Promised);
        var id = matter.GetProperty("cases").GetProperty("nodes")[0].GetProperty("id").GetString();
        var accept = new { input = new { caseId = id, decision = "ACCEPT_TRANSFER", reason = "file is complete" } };

        Assert.Equal("CASE_NOT_YOURS", await RefusalAsync("federation-wuhua", accept));
        Assert.Equal("CASE_UNKNOWN", await RefusalAsync("reviewer-1", accept));
        var accepted = (await _app.As("federation-luquan", "CERT").DataAsync(Decide, accept)).GetProperty("decideCase");

        Assert.Equal("CLOSED", accepted.GetProperty("case").GetProperty("state").GetString());
        Assert.Equal(
            ["RELOCATED", "TRANSFER_OPENED", "TRANSFER_ACCEPTED"],
            (await FeedAsync(_app.As("civil-affairs", "SUBSIDY"))).Select(change => change.GetProperty("type").GetString()));
    }

    private static object Certificate(Holder holder) => new
    {
        messageId = "hospital-1",
        type = "DEATH_CERTIFICATE",
        occurredOn = "2026-05-01",
        subject = new { name = holder.Name, idNumber = holder.IdNumber },
    };

    private async Task<string?> RefusalAsync(string client, object input) =>
        CodeOf((await _app.As(client, "CERT").DataAsync(Decide, input)).GetProperty("decideCase").GetProperty("errors"));

    private async Task<JsonElement> SignAsync(string signer, string? id, string? digest) =>
        (await _app.As(signer, "CERT").DataAsync(Sign, new { input = new { subjectId = id, digest } })).GetProperty("signOff");

    private Task<JsonElement> LifeIsAsync(Holder holder, string status) => Eventually.Async(
        () => _app.As("federation", "CERT").DataAsync(
            "query One($number: IdNumber!) { personByIdNumber(idNumber: $number) { lifeStatus } }", new { number = holder.IdNumber }),
        data => data.GetProperty("personByIdNumber").GetProperty("lifeStatus").GetString() == status,
        Promised);

    private static async Task<IReadOnlyList<JsonElement>> FeedAsync(Asker receiver) =>
    [
        .. (await receiver.DataAsync("{ statusChanges(first: 100) { nodes { id type reverses replaces } } }"))
            .GetProperty("statusChanges").GetProperty("nodes").EnumerateArray(),
    ];

    private static string? StateOf(JsonElement data) =>
        data.GetProperty("withdrawNotice").GetProperty("receipt").GetProperty("state").GetString();

    private static string? CodeOf(JsonElement errors) => errors.EnumerateArray().Single().GetProperty("code").GetString();
}
