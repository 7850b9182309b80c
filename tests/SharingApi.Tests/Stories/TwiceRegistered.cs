using System.Text.Json;
using Domain.Persons;
using SharingApi.Tests.StatusChanges;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>What departments and reviewers do about somebody who may have been registered twice.</summary>
internal sealed class TwiceRegistered(AppInTime time)
{
    private SharingApp App => time.App;

    private Docket Docket => new(time.App);

    /// <summary>Public security says that the number is another one, which somebody else has.</summary>
    public (string Client, object Notice) Corrected(string id, Person person, IdNumber right) => ("public-security", new
    {
        messageId = id,
        type = "IDENTITY_CORRECTED",
        occurredOn = "2026-05-01",
        subject = new { name = person.Name, idNumber = person.IdNumber.Value },
        corrected = new { idNumber = right.Value },
    });

    /// <summary>Two reviewers find that they are one human.</summary>
    public async Task MergeAsync(Person twice, Person kept) =>
        await Docket.DecideAsync(await CaseAsync(twice, "ID_DUPLICATE"), "ASSIGN_PERSON", RegisterView.IdOf(kept));

    /// <summary>A receiver says that they are two, and two reviewers take the merger back.</summary>
    public async Task SplitAsync(Person kept, Person back)
    {
        await DoubtAsync(kept);
        await Docket.DecideAsync(await CaseAsync(kept, "DATA_ERROR"), "ASSIGN_PERSON", RegisterView.IdOf(back));
    }

    /// <summary>A receiver says that the number is not of one human.</summary>
    public async Task DoubtAsync(Person kept) =>
        await App.As("civil-affairs", "SUBSIDY").DataAsync(
            "mutation R($input: ReportDataErrorInput!) { reportDataError(input: $input) { caseId errors { __typename } } }",
            new { input = new { personId = RegisterView.IdOf(kept), item = "person.idNumber", reason = "two people", evidence = "both came" } });

    /// <summary>The first signature alone; the code where it is refused.</summary>
    /// <param name="person">Whom the case is about.</param>
    /// <param name="named">Who is kept, or who comes back.</param>
    /// <param name="reason">Of the case.</param>
    public async Task<string?> SignFirstAsync(Person person, Person? named, string reason = "ID_DUPLICATE")
    {
        var caseId = (await CaseAsync(person, reason)).Id;
        var personId = named is null ? null : RegisterView.IdOf(named);
        var errors = (await App.As("reviewer-1", "CERT").DataAsync(
            "mutation D($input: DecideCaseInput!) { decideCase(input: $input) { errors { ... on CaseError { code } } } }",
            new { input = new { caseId, decision = "ASSIGN_PERSON", reason = "one human", personId } })).GetProperty("decideCase").GetProperty("errors");
        return errors.ValueKind == JsonValueKind.Null ? null : errors[0].GetProperty("code").GetString();
    }

    public async Task<string?> NodeAsync(string client, Person person) => IdIn(
        (await App.As(client, "CERT").DataAsync("query N($id: ID!) { node(id: $id) { id } }", new { id = RegisterView.IdOf(person) })).GetProperty("node"));

    public async Task<string?> ByNumberAsync(IdNumber number) => IdIn(
        (await App.As("federation", "CERT").DataAsync(
            "query B($number: IdNumber!) { personByIdNumber(idNumber: $number) { id } }", new { number = number.Value })).GetProperty("personByIdNumber"));

    public async Task<string> LifeAsync(Person person) =>
        (await RegisterView.ShownAsync(App, [RegisterView.IdOf(person)])).Values.Single().GetProperty("lifeStatus").GetString()!;

    public async Task<int> CountAsync() => (await App.As("federation", "CERT").DataAsync("{ persons(first: 1) { totalCount } }"))
        .GetProperty("persons").GetProperty("totalCount").GetInt32();

    private async Task<OpenCase> CaseAsync(Person person, string reason) =>
        (await Docket.OpenAsync())[RegisterView.IdOf(person)].First(matter => matter.Reason == reason);

    private static string? IdIn(JsonElement node) => node.ValueKind == JsonValueKind.Null ? null : node.GetProperty("id").GetString();
}
