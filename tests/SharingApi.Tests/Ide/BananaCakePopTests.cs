namespace SharingApi.Tests.Ide;

/// <summary>Drives the IDE as a partner's analyst does: open, paste a token, run.</summary>
public sealed class BananaCakePopTests
{
    [SkippableFact]
    public async Task The_page_opens_on_this_servers_schema_and_runs_a_query_with_the_pasted_token()
    {
        await using var host = await IdeHost.StartAsync();
        await using var browser = await IdePage.OpenAsync(host.Address);
        var page = browser.Page;
        await IdePage.EnterHeadersAsync(page, ("Authorization", "Bearer pasted-token"));
        await IdePage.RunAsync(page, "Greet: Query", "query Greet { greeting }");
        await page.GetByText(GraphStub.Answer).WaitForAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", "ide-query.png") });

        var sent = host.Graph.RequestHeaders.Last();
        Assert.Equal("Bearer pasted-token", sent["authorization"]);
        IdePage.AssertStayedAtHome(browser, host.Address);
    }

    [SkippableFact]
    public async Task A_subscription_connects_with_the_pasted_token_in_its_init_payload()
    {
        await using var host = await IdeHost.StartAsync();
        await using var browser = await IdePage.OpenAsync(host.Address);
        var page = browser.Page;
        await IdePage.EnterHeadersAsync(page, ("Authorization", "Bearer pasted-token"));
        await IdePage.RunAsync(page, "Watch: Subscription", "subscription Watch { greeting }");
        await page.GetByText(GraphStub.Event).WaitForAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", "ide-stream.png") });

        var sent = Assert.Single(host.Graph.InitPayloads);
        Assert.Equal("Bearer pasted-token", sent["authorization"]);
        IdePage.AssertStayedAtHome(browser, host.Address);
    }
}
