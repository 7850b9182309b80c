using Domain.Access;
using static Domain.Access.Purpose;

namespace SharingApi.Access;

/// <summary>The table of api.md 2: purpose × root field. A combination that does not stand here is refused.</summary>
internal static class RootFieldTable
{
    private static readonly Purpose[] Readers = [Subsidy, Assist, Rehab, Survey, Self, Cert];
    private static readonly Purpose[] ReadersAndVerify = [.. Readers, Verify];
    private static readonly Purpose[] Receivers = [Subsidy, Assist, Rehab, Survey, Cert];
    private static readonly Purpose[] CountyWork = [Survey, Cert];

    public static IReadOnlyList<RootFieldRight> Rows { get; } =
    [
        Persons("persons", Readers),
        Persons("serviceNeeds", Readers),
        Persons("personByIdNumber", ReadersAndVerify),
        Persons("personByCertificateNumber", ReadersAndVerify),
        Persons("checkPerson", ReadersAndVerify),
        Persons("node", ReadersAndVerify),
        Persons("nodes", ReadersAndVerify),

        new("statistics", new(Stats, Who.Analyst), new(Cert, Who.Anybody), new(Survey, Who.Anybody)) { ConcernsPersons = true },
        new("readLog", new(Purpose.Audit, Who.Auditor), new(Self, Who.Anybody)) { ConcernsPersons = true },

        new("surveyList", For(CountyWork, Who.FederationSystem)) { ConcernsPersons = true },
        new("registerServiceNeed", For(CountyWork, Who.FederationSystem)) { ConcernsPersons = true },
        new("updateServiceNeed", For(CountyWork, Who.FederationSystem)) { ConcernsPersons = true },
        new("recordSurvey", For(CountyWork, Who.FederationSystem)) { ConcernsPersons = true },
        new("submitSurvey", For(CountyWork, Who.FederationSystem)) { ConcernsPersons = true },

        // Sending tells the sender nothing of anybody (domain.md 8.2), so the read log owes nothing.
        new("reportNotices", new Opening(LifeSync, Who.Anybody)),
        new("withdrawNotice", new Opening(LifeSync, Who.Anybody)),
        new("noticeReceipts", new Opening(LifeSync, Who.Anybody)),

        new("statusChanges", For(Receivers, Who.Application)) { ConcernsPersons = true, OpenAfterTheEnd = true },
        new("acknowledgeStatusChanges", For(Receivers, Who.Application)) { OpenAfterTheEnd = true },

        new("cases", new Opening(Cert, Who.FederationSystemOrReviewer)) { ConcernsPersons = true },
        new("decideCase", new Opening(Cert, Who.FederationSystemOrReviewer)) { ConcernsPersons = true },
        new("signOff", new Opening(Cert, Who.Reviewer)) { ConcernsPersons = true, WithoutPurpose = Who.AccessAdmin },
        new("answerDataError", new Opening(Cert, Who.FederationSystemOrReviewer)) { ConcernsPersons = true },
        new("reportDataError", For(Enum.GetValues<Purpose>(), Who.ApplicationThatSees)) { ConcernsPersons = true },

        new("viewer") { WithoutPurpose = Who.Anybody, OpenAfterTheEnd = true },
        new("managementUnits") { WithoutPurpose = Who.Anybody },
        new("communities") { WithoutPurpose = Who.Anybody },
        new("catalogue") { WithoutPurpose = Who.Anybody },

        new("accessRequests") { WithoutPurpose = Who.ApplicationOrAccessAdmin },
        new("requestAccess") { WithoutPurpose = Who.Application },
        new("grants") { WithoutPurpose = Who.AccessAdmin },
        new("explainAccess") { WithoutPurpose = Who.AccessAdmin },
        new("simulateGrant") { WithoutPurpose = Who.AccessAdmin },
        new("decideAccessRequest") { WithoutPurpose = Who.AccessAdmin },
        new("proposeGrant") { WithoutPurpose = Who.AccessAdmin },
        new("suspendGrant") { WithoutPurpose = Who.AccessAdmin },
        new("revokeGrant") { WithoutPurpose = Who.AccessAdmin },
    ];

    private static RootFieldRight Persons(string field, Purpose[] purposes) =>
        new(field, For(purposes, Who.Anybody)) { ConcernsPersons = true, OpenToReconciliation = true };

    private static Opening[] For(Purpose[] purposes, Who who) => [.. purposes.Select(purpose => new Opening(purpose, who))];
}
