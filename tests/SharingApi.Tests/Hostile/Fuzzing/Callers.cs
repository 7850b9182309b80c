namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>Somebody who asks for a purpose, and the root fields that it opens.</summary>
internal sealed record Caller(string Client, string? Purpose, IReadOnlyList<string> Roots);

/// <summary>Development clients with the purposes that they have (api.md 2), so that not every request ends at the door.</summary>
internal static class Callers
{
    private static readonly string[] Reading =
        ["persons", "serviceNeeds", "personByIdNumber", "personByCertificateNumber", "checkPerson", "node", "nodes"];

    private static readonly string[] Feed = [.. Reading, "statusChanges", "acknowledgeStatusChanges"];

    private static readonly string[] Sending = ["reportNotices", "withdrawNotice", "noticeReceipts"];

    private static readonly string[] Rights =
    [
        "grants", "accessRequests", "explainAccess", "simulateGrant", "proposeGrant", "signOff", "suspendGrant", "revokeGrant",
        "requestAccess", "decideAccessRequest",
    ];

    private static readonly string[] Open = ["viewer", "managementUnits", "communities", "catalogue"];

    public static readonly IReadOnlyList<Caller> All =
    [
        new("civil-affairs", "SUBSIDY", Feed),
        new("civil-affairs", "ASSIST", Feed),
        new("civil-affairs", "LIFE_SYNC", Sending),
        new("county-wuhua", "SUBSIDY", Feed),
        new("health", "REHAB", Feed),
        new("health", "LIFE_SYNC", Sending),
        new("public-security", "VERIFY", ["personByIdNumber", "personByCertificateNumber", "checkPerson", "node", "nodes"]),
        new("public-security", "LIFE_SYNC", Sending),
        new("court", "LIFE_SYNC", Sending),
        new("federation", "CERT", [.. Feed, "cases", "decideCase", "signOff"]),
        new("federation-wuhua", "CERT", [.. Feed, "cases", "decideCase"]),
        new("federation-luquan", "SURVEY", Feed),
        new("reviewer-1", "CERT", [.. Reading, "cases", "decideCase", "signOff"]),
        new("reviewer-2", "CERT", ["cases", "decideCase", "signOff"]),
        new("access-admin-1", null, Rights),
        new("access-admin-2", null, Rights),
        new("federation", null, Open),
        new("analyst", "STATS", Open),
        new("holder", "SELF", ["persons", "serviceNeeds", "node"]),
    ];
}
