using Domain.Access;
using Domain.Shared;
using Persistence.Access;
using SharingApi.Access;
using SharingApi.Audit;
using SharingApi.Graph;

namespace SharingApi.Tests.Access;

public sealed class RootFieldRightsTests
{
    private const string Readers = "SUBSIDY ASSIST REHAB SURVEY SELF CERT";
    private const string Lookers = Readers + " VERIFY";
    private const string Federations = "federation federation-wuhua federation-luquan";
    private const string Applications = "public-security civil-affairs county-wuhua county-luquan health court " + Federations;
    private const string Reviewers = "reviewer-1 reviewer-2";
    private const string Admins = "access-admin-1 access-admin-2";
    private const string Everybody = Applications + " " + Reviewers + " " + Admins + " auditor analyst holder";

    /// <summary>The table of the public face, written down a second time: field, purposes that open it, clients it is open to.</summary>
    private static readonly (string Field, string Purposes, string Clients)[] Table =
    [
        ("persons", Readers, Everybody),
        ("serviceNeeds", Readers, Everybody),
        ("personByIdNumber", Lookers, Everybody),
        ("personByCertificateNumber", Lookers, Everybody),
        ("checkPerson", Lookers, Everybody),
        ("node", Lookers, Everybody),
        ("nodes", Lookers, Everybody),
        ("statistics", "STATS CERT SURVEY", Everybody),
        ("readLog", "AUDIT SELF", Everybody),
        ("surveyList", "SURVEY CERT", Federations),
        ("registerServiceNeed", "SURVEY CERT", Federations),
        ("updateServiceNeed", "SURVEY CERT", Federations),
        ("recordSurvey", "SURVEY CERT", Federations),
        ("submitSurvey", "SURVEY CERT", Federations),
        ("reportNotices", "LIFE_SYNC", Applications),
        ("withdrawNotice", "LIFE_SYNC", Applications),
        ("noticeReceipts", "LIFE_SYNC", Applications),
        ("statusChanges", "SUBSIDY ASSIST REHAB SURVEY CERT", Applications),
        ("acknowledgeStatusChanges", "SUBSIDY ASSIST REHAB SURVEY CERT", Applications),
        ("cases", "CERT", Federations + " " + Reviewers),
        ("decideCase", "CERT", Federations + " " + Reviewers),
        ("answerDataError", "CERT", Federations + " " + Reviewers),
        ("signOff", "CERT", Reviewers),
        ("reportDataError", "SUBSIDY ASSIST REHAB VERIFY SURVEY CERT", Applications),
        ("viewer", "", Everybody),
        ("managementUnits", "", Everybody),
        ("communities", "", Everybody),
        ("catalogue", "", Everybody),
        ("accessRequests", "", Applications + " " + Admins),
        ("requestAccess", "", Applications),
        ("grants", "", Admins),
        ("explainAccess", "", Admins),
        ("simulateGrant", "", Admins),
        ("decideAccessRequest", "", Admins),
        ("proposeGrant", "", Admins),
        ("suspendGrant", "", Admins),
        ("revokeGrant", "", Admins),
    ];

    private readonly Founded _founded = new();
    private readonly RootFieldRights _rights;

    public RootFieldRightsTests() => _rights = new RootFieldRights(_founded.Disclosures);

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_combination_is_open_exactly_where_the_table_says(string client, Purpose? purpose, string field, string? code) =>
        Assert.Equal(code, _rights.Refuse(_founded.Operation(client, purpose), field)?.Code);

    [Fact]
    public void The_table_has_every_field_of_the_program_and_no_other() =>
        Assert.Equal(Table.Select(row => row.Field).Order(), RootFieldTable.Rows.Select(row => row.Field).Order());

    [Fact]
    public void A_field_that_nobody_classified_is_found_and_refused()
    {
        Assert.Equal(["dumpEverything"], RootFieldRights.Uncovered(["persons", "__typename", "dumpEverything"]));
        Assert.Equal("AUTH_NOT_AUTHORIZED", _rights.Refuse(_founded.Operation("federation", Purpose.Cert), "dumpEverything")?.Code);
    }

    [Theory]
    [InlineData("__schema", null)]
    [InlineData("__type", null)]
    [InlineData("__typename", null)]
    [InlineData("catalogue", "AUTH_NOT_AUTHENTICATED")]
    [InlineData("persons", "AUTH_NOT_AUTHENTICATED")]
    public void Without_a_caller_only_the_schema_can_be_asked_about(string field, string? code)
    {
        var nobody = new OperationContext(
            null, Disclosure.Nothing(string.Empty, null, DisclosureBasis.NoPurpose), new ReadRecord("request-1", null));

        Assert.Equal(code, _rights.Refuse(nobody, field)?.Code);
    }

    [Theory]
    [InlineData("statusChanges", null)]
    [InlineData("acknowledgeStatusChanges", null)]
    [InlineData("viewer", null)]
    [InlineData("persons", "AUTH_PURPOSE_NOT_GRANTED")]
    [InlineData("catalogue", "AUTH_PURPOSE_NOT_GRANTED")]
    [InlineData("reportDataError", "AUTH_PURPOSE_NOT_GRANTED")]
    public void A_purpose_that_ended_opens_the_feed_and_nothing_else(string field, string? code)
    {
        _founded.GrantOf("civil-affairs", Purpose.Subsidy).State = GrantState.Revoked;
        _founded.Load();

        Assert.Equal(code, _rights.Refuse(_founded.Operation("civil-affairs", Purpose.Subsidy), field)?.Code);
    }

    [Fact]
    public void A_system_with_the_role_of_a_reviewer_signs_nothing()
    {
        var human = _founded.Operation("reviewer-1", Purpose.Cert);
        var system = new OperationContext(
            human.Caller! with { Kind = ClientKind.Application }, human.Disclosure, new ReadRecord("request-1", null));

        Assert.Equal("AUTH_NOT_AUTHORIZED", _rights.Refuse(system, "signOff")?.Code);
    }

    [Theory]
    [InlineData("health", Purpose.Rehab, "persons", true)]
    [InlineData("health", Purpose.Subsidy, "persons", true)]
    [InlineData("health", Purpose.LifeSync, "reportNotices", false)]
    [InlineData("health", Purpose.Rehab, "viewer", false)]
    public void What_was_asked_for_is_noted_for_the_read_log_also_where_it_is_refused(
        string client, Purpose purpose, string field, bool concernsPersons)
    {
        var operation = _founded.Operation(client, purpose);

        _rights.Refuse(operation, field);
        _rights.Refuse(operation, field);

        Assert.Equal(concernsPersons, operation.Record.ConcernsPersons);
        Assert.Equal([field], operation.Record.RootFields);
    }

    public static TheoryData<string, Purpose?, string, string?> Cells()
    {
        var cells = new TheoryData<string, Purpose?, string, string?>();
        var held = new Founded();
        foreach (var client in FoundingClients.All.Select(client => client.Id))
        {
            foreach (var row in Table)
            {
                cells.Add(client, null, row.Field, CodeWithoutPurpose(client, row));
                foreach (var purpose in Enum.GetValues<Purpose>())
                {
                    var has = held.Disclosures.For(Founded.Caller(client), purpose, Founded.Now).Refusal is null;
                    cells.Add(client, purpose, row.Field, has ? CodeWith(purpose, client, row) : "AUTH_PURPOSE_NOT_GRANTED");
                }
            }
        }

        return cells;
    }

    private static string? CodeWithoutPurpose(string client, (string Field, string Purposes, string Clients) row)
    {
        // A case is signed for CERT, a grant without a purpose: it concerns no person.
        if (row.Purposes.Length > 0)
        {
            return row.Field == "signOff" && Has(Admins, client) ? null : "AUTH_PURPOSE_REQUIRED";
        }

        return Has(row.Clients, client) ? null : "AUTH_NOT_AUTHORIZED";
    }

    private static string? CodeWith(Purpose purpose, string client, (string Field, string Purposes, string Clients) row)
    {
        // Reading with LIFE_SYNC needs a reconciliation grant, and none exists at the start.
        if (purpose == Purpose.LifeSync && Has("persons serviceNeeds personByIdNumber personByCertificateNumber checkPerson node nodes", row.Field))
        {
            return "AUTH_PURPOSE_NOT_GRANTED";
        }

        var opens = row.Purposes.Length == 0 || Has(row.Purposes, ApiName.Of(purpose));
        return opens && Has(row.Clients, client) ? null : "AUTH_NOT_AUTHORIZED";
    }

    private static bool Has(string words, string word) => words.Split(' ').Contains(word);
}
