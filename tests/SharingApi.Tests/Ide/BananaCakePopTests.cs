namespace SharingApi.Tests.Ide;

public sealed class BananaCakePopTests
{
    [SkippableFact]
    public async Task Explore()
    {
        Requirement.Of(Browser.Executable is not null, "x");
        await using var host = await IdeHost.StartAsync();
        await using var browser = await Browser.OpenAsync(Browser.Executable!);
        var page = browser.Page;
        await page.GotoAsync(new Uri(host.Address, "/graphql/ui/").ToString());
        await page.WaitForTimeoutAsync(4000);
        await page.GetByText("Create Document").First.ClickAsync();
        await page.WaitForTimeoutAsync(4000);
        await page.ScreenshotAsync(new() { Path = "/tmp/shot2.png" });
        await page.GetByText("HTTP Headers").First.ClickAsync();
        await page.WaitForTimeoutAsync(1000);
        await page.ScreenshotAsync(new() { Path = "/tmp/shot3.png" });
        await File.WriteAllTextAsync("/tmp/page3.html", await page.ContentAsync());
        await page.GetByLabel("Connection Settings").First.ClickAsync();
        await page.WaitForTimeoutAsync(1000);
        await page.ScreenshotAsync(new() { Path = "/tmp/shot4.png" });
        await File.WriteAllTextAsync("/tmp/page4.html", await page.ContentAsync());
        await File.WriteAllLinesAsync("/tmp/requests.txt", [.. browser.Requests, "----", .. browser.Complaints]);
    }
}
