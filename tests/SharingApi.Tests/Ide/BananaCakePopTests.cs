using SharingApi.Ide;

namespace SharingApi.Tests.Ide;

/// <summary>Drives the IDE as a partner's analyst does: open, paste a token, run.</summary>
public sealed class BananaCakePopTests
{
    [SkippableFact]
    public async Task The_page_opens_on_this_servers_schema_and_runs_a_query_with_the_pasted_token()
    {
        await using var host = await IdeHost.StartAsync();
        await using var browser = await OpenAsync(host);
        var page = browser.Page;

        await page.GetByText("Schema available").WaitForAsync();
        await IdePage.EnterHeadersAsync(page, ("Authorization", "Bearer pasted-token"));
        await IdePage.RunAsync(page, "Greet: Query", "query Greet { greeting }");
        await page.GetByText(GraphStub.Answer).WaitForAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", "ide-query.png") });

        var sent = host.Graph.RequestHeaders.Last();
        Assert.Equal("Bearer pasted-token", sent["authorization"]);
        AssertStayedAtHome(host, browser);
    }

    [SkippableFact]
    public async Task A_subscription_connects_with_the_pasted_token_in_its_init_payload()
    {
        await using var host = await IdeHost.StartAsync();
        await using var browser = await OpenAsync(host);
        var page = browser.Page;

        await page.GetByText("Schema available").WaitForAsync();
        await IdePage.EnterHeadersAsync(page, ("Authorization", "Bearer pasted-token"));
        await IdePage.RunAsync(page, "Watch: Subscription", "subscription Watch { greeting }");
        await page.GetByText(GraphStub.Event).WaitForAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", "ide-stream.png") });

        var sent = Assert.Single(host.Graph.InitPayloads);
        Assert.Equal("Bearer pasted-token", sent["authorization"]);
        AssertStayedAtHome(host, browser);
    }

    private static async Task<Browser> OpenAsync(IdeHost host)
    {
        Requirement.Of(Browser.Executable is not null, "No Chromium is installed: the IDE was not driven.");
        using (var package = IdeArchive.Embedded.Open())
        {
            Requirement.Of(package is not null, "npm was not there when this build was made: it has no Banana Cake Pop.");
        }

        var browser = await Browser.OpenAsync(Browser.Executable!);
        await browser.Page.GotoAsync(new Uri(host.Address, "/graphql/ui").ToString());
        await browser.Page.GetByText("Create Document").First.ClickAsync();
        return browser;
    }

    private static void AssertStayedAtHome(IdeHost host, Browser browser)
    {
        Assert.All(browser.Requests, address => Assert.Equal(host.Address.Authority, new Uri(address).Authority));

        // The service worker is kept back (IdeFiles says why); its absence is the only thing that the page may complain of.
        Assert.All(browser.Complaints, complaint => Assert.Contains("/service-worker.js", complaint, StringComparison.Ordinal));
    }
}
