
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
        await page.WaitForTimeoutAsync(6000);
        await page.ScreenshotAsync(new() { Path = "/tmp/shot1.png" });
        await File.WriteAllTextAsync("/tmp/page1.html", await page.ContentAsync());
        var create = page.GetByText("Create Document");
        if (await create.CountAsync() > 0)
        {
            await create.First.ClickAsync();
            await page.WaitForTimeoutAsync(6000);
        }

        await page.ScreenshotAsync(new() { Path = "/tmp/shot2.png" });
        await File.WriteAllTextAsync("/tmp/page2.html", await page.ContentAsync());
        await File.WriteAllLinesAsync("/tmp/requests.txt", [.. browser.Requests, "----", .. browser.Complaints]);
    }
}
