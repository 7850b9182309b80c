using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>What departments do over HTTP in a story.</summary>
internal static class Reporting
{
    private const string Report =
        "mutation Report($notices: [NoticeInput!]!) { reportNotices(input: {notices: $notices}) { receipts { state findings { code field } } } }";

    private const string Withdraw =
        "mutation Withdraw($input: WithdrawNoticeInput!) { withdrawNotice(input: $input) { receipt { state } } }";

    /// <summary>Sends notices, all of which must be accepted.</summary>
    public static async Task ReportAsync(SharingApp app, string client, params object[] notices)
    {
        var data = await app.As(client, "LIFE_SYNC").DataAsync(Report, new { notices });
        Assert.All(
            data.GetProperty("reportNotices").GetProperty("receipts").EnumerateArray(),
            receipt => Assert.True(receipt.GetProperty("state").GetString() == "ACCEPTED", receipt.ToString()));
    }

    public static async Task WithdrawAsync(SharingApp app, string client, string messageId, string withdraws) => Assert.Equal(
        "ACCEPTED",
        (await app.As(client, "LIFE_SYNC").DataAsync(Withdraw, new { input = new { messageId, withdraws, reason = "wrong person" } }))
            .GetProperty("withdrawNotice").GetProperty("receipt").GetProperty("state").GetString());
}
