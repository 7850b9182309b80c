using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Testing;

namespace SharingApi.Tests.Ide;

/// <summary>
/// The IDE as it comes from the running server, over its real schema, with a token of the development issuer: what an analyst of
/// civil affairs sees. The screenshots lie in <c>screenshots</c> beside the build.
/// </summary>
public sealed partial class RealServerTests
{
    private const string Report =
        "mutation R($notices: [NoticeInput!]!) { reportNotices(input: {notices: $notices}) { receipts { state } } }";

    [SkippableFact]
    public async Task An_analyst_reads_the_schema_queries_persons_and_follows_their_changes_from_this_host_alone()
    {
        await using var app = await SharingApp.StartAsync();
        var holder = (await Holder.LivingAsync(app, 1)).Single();
        await using var browser = await IdePage.OpenAsync(app.Address);
        var page = browser.Page;
        await IdePage.EnterHeadersAsync(page, ("Authorization", $"Bearer {await new TokenDesk(app.Http).TokenOfAsync("civil-affairs")}"), ("Sharing-Purpose", "SUBSIDY"));
        await IdePage.RunAsync(page, "Names: Query", $$$"""query Names { persons(where: {id: {eq: "{{{holder.Id}}}"}}) { nodes { name lifeStatus } } }""");
        await ShownAsync(page, page.GetByText(holder.Name), "real-query");

        var streams = WebSocketAsync(page);
        await IdePage.RunAsync(page, "Changes: Subscription", "subscription Changes { statusChanges { type person { name } } }");
        await streams;
        await app.As("public-security", "LIFE_SYNC").DataAsync(Report, new { notices = new[] { holder.Death("ide-1") } });
        await ShownAsync(page, page.GetByText(DeathShown()), "real-subscription");

        await page.GetByRole(AriaRole.Tab, new() { Name = "Schema Reference" }).ClickAsync();
        await ShownAsync(page, page.GetByText("persons"), "real-schema");
        IdePage.AssertStayedAtHome(browser, app.Address);
    }

    /// <summary>Completes when the page has sent its subscription.</summary>
    private static async Task WebSocketAsync(IPage page)
    {
        var subscribed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) =>
        {
            if (frame.Text?.Contains("subscribe", StringComparison.Ordinal) == true)
            {
                subscribed.TrySetResult();
            }
        };
        await subscribed.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Waits for what must be seen, and keeps the picture of it, or of what was there instead.</summary>
    private static async Task ShownAsync(IPage page, ILocator expected, string name)
    {
        try
        {
            await expected.First.WaitForAsync();
        }
        finally
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{name}.png") });
        }
    }

    [GeneratedRegex("DEATH_CONFIRMED|CERTIFICATE_CANCELLED", RegexOptions.None, 1_000)]
    private static partial Regex DeathShown();
}
