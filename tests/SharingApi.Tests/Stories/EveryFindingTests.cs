using System.Text.Json;
using Domain.Notices;
using Domain.Persons;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>Every way in which a notice can be wrong, over HTTP, in one batch: each is refused by its code, and holds nobody back.</summary>
public sealed class EveryFindingTests : IAsyncLifetime
{
    private const string Number = "530199197602290010";

    private const string Report =
        "mutation Report($notices: [NoticeInput!]!) { reportNotices(input: {notices: $notices}) { receipts { messageId state findings { code field message } } } }";

    /// <summary>Code, field, and the notice that public security sends.</summary>
    private static readonly (string Code, string Field, object Notice)[] Wrong =
    [
        ("NOTICE_TYPE_NOT_YOURS", "type", Death(type: "DEATH_CERTIFICATE")),
        ("NOTICE_MESSAGE_ID_SHAPE", "messageId", Death(messageId: new string('x', 101))),
        ("NOTICE_MESSAGE_ID_SHAPE", "corrects", Death(corrects: "a\u0001b")),
        ("NOTICE_OCCURRED_ON_MISSING", "occurredOn", Death(occurredOn: null)),
        ("NOTICE_CORRECTED_MISSING", "corrected", Death(type: "IDENTITY_CORRECTED")),
        ("NOTICE_TO_DIVISION_MISSING", "toDivision", Death(type: "HUKOU_MOVED")),
        ("NOTICE_SUBJECT_EMPTY", "subject", Death(name: null, idNumber: null)),
        ("NOTICE_SEX_UNKNOWN", "subject.sex", Death(sex: "M")),
        ("DIVISION_SHAPE", "toDivision", Death(toDivision: "53010")),
        ("COMMUNITY_SHAPE", "toCommunity", Death(toCommunity: "530102")),
        ("NOTICE_DOCUMENT_NUMBER_SHAPE", "documentNumber", Death(documentNumber: "")),
        ("DATE_FUTURE", "occurredOn", Death(occurredOn: "2999-01-01")),
        ("DATE_TOO_EARLY", "judgedOn", Death(judgedOn: "1899-12-31")),
        ("DATE_BEFORE_BIRTH", "occurredOn", Death(occurredOn: "1976-02-28")),
        ("DATE_SHAPE", "occurredOn", Death(occurredOn: "01.05.2026")),
        ("DATE_IMPOSSIBLE", "occurredOn", Death(occurredOn: "2026-02-30")),
        ("ID_SHAPE", "subject.idNumber", Death(idNumber: "53019919760229001")),
        ("ID_LEGACY_15", "subject.idNumber", Death(idNumber: "530199760229001")),
        ("ID_DATE", "subject.idNumber", Death(idNumber: "530199197713010050")),
        ("ID_CHECK", "subject.idNumber", Death(idNumber: "530199197602290011")),
        ("NAME_EMPTY", "subject.name", Death(name: " ")),
        ("NAME_LONG", "subject.name", Death(name: new string('长', 101))),
        ("NAME_CHARACTER", "subject.name", Death(name: "某\u202E某")),
    ];

    /// <summary>What is found elsewhere: on another message, by another sender, or in a certificate number, which no notice has.</summary>
    private static readonly string[] Elsewhere = ["MESSAGE_ID_CONFLICT", "NOTICE_REPORTS_MISSING", "NOTICE_REASON_SHAPE", "ID_AREA_UNKNOWN", "ID_SEX_MISMATCH", "ID_BIRTH_MISMATCH"];

    private SharingApp _app = null!;

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Each_is_refused_by_its_code_and_field_and_the_sound_one_between_them_is_taken()
    {
        object[] batch = [.. Wrong.Select(wrong => wrong.Notice), Death(messageId: "sound")];

        var receipts = await ReceiptsAsync("public-security", batch);

        Assert.Equal("ACCEPTED", receipts[^1].GetProperty("state").GetString());
        Assert.All(Wrong.Zip(receipts), pair =>
        {
            var findings = pair.Second.GetProperty("findings").EnumerateArray().ToList();
            Assert.Equal("REFUSED", pair.Second.GetProperty("state").GetString());
            Assert.Contains(findings, finding => finding.GetProperty("code").GetString() == pair.First.Code && finding.GetProperty("field").GetString() == pair.First.Field);
            Assert.DoesNotContain(findings, finding => finding.GetProperty("message").GetString()!.Contains(Number[..14], StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task No_code_is_left_out()
    {
        var all = NoticeFindings.All.Concat(PersonFindings.All).Select(finding => finding.Code)
            .Where(code => !code.StartsWith("CERT_", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(all.Order(StringComparer.Ordinal), Wrong.Select(wrong => wrong.Code).Concat(Elsewhere).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        await ReceiptsAsync("public-security", [Death(messageId: "once")]);
        Assert.Equal("MESSAGE_ID_CONFLICT", CodeOf(await ReceiptsAsync("public-security", [Death(messageId: "once", occurredOn: "2026-05-02")])));
        Assert.Equal("NOTICE_REPORTS_MISSING", CodeOf(await ReceiptsAsync("federation", [Death(type: "SOCIAL_REPORT")])));
        var withdrawn = await _app.As("health", "LIFE_SYNC").DataAsync(
            "mutation W($input: WithdrawNoticeInput!) { withdrawNotice(input: $input) { receipt { findings { code } } } }",
            new { input = new { messageId = "w", withdraws = "once", reason = "" } });
        Assert.Equal("NOTICE_REASON_SHAPE", CodeOf([withdrawn.GetProperty("withdrawNotice").GetProperty("receipt")]));
    }

    private async Task<IReadOnlyList<JsonElement>> ReceiptsAsync(string client, object[] notices) =>
    [
        .. (await _app.As(client, "LIFE_SYNC").DataAsync(Report, new { notices })).GetProperty("reportNotices").GetProperty("receipts").EnumerateArray(),
    ];

    private static string? CodeOf(IReadOnlyList<JsonElement> receipts) => receipts.Single().GetProperty("findings")[0].GetProperty("code").GetString();

    private static object Death(
        string messageId = "m",
        string type = "HUKOU_CANCELLED",
        string? occurredOn = "2026-05-01",
        string? name = "某某",
        string? idNumber = Number,
        string? sex = null,
        string? toDivision = null,
        string? toCommunity = null,
        string? documentNumber = null,
        string? judgedOn = null,
        string? corrects = null) => new
        {
            messageId,
            type,
            occurredOn,
            reason = "DEATH",
            subject = new { name, idNumber, sex },
            toDivision,
            toCommunity,
            documentNumber,
            judgedOn,
            corrects,
        };
}
