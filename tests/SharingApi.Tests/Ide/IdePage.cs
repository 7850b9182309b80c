using Microsoft.Playwright;
using SharingApi.Ide;

namespace SharingApi.Tests.Ide;

/// <summary>What an analyst does in the IDE.</summary>
internal static class IdePage
{
    /// <summary>Whether the document that the IDE keeps in the browser has this text.</summary>
    private const string IsTakenOver =
        """
        async text => {
          const result = request => new Promise(resolve => request.onsuccess = () => resolve(request.result));
          const kept = await result(indexedDB.open('banana-cake-pop'));
          const documents = await result(kept.transaction('attachment').objectStore('attachment').getAll());
          kept.close();
          return JSON.stringify(documents).replaceAll('\\', '').includes(text);
        }
        """;

    /// <summary>Opens the IDE of a server on an empty document; the test is skipped where there is no browser, or no IDE.</summary>
    public static async Task<Browser> OpenAsync(Uri address)
    {
        Requirement.Of(Browser.Executable is not null, "No Chromium is installed: the IDE was not driven.");
        using (var package = IdeArchive.Embedded.Open())
        {
            Requirement.Of(package is not null, "npm was not there when this build was made: it has no Banana Cake Pop.");
        }

        var browser = await Browser.OpenAsync(Browser.Executable!);
        await browser.Page.GotoAsync(new Uri(address, "/graphql/ui/").ToString());
        await browser.Page.GetByText("Create Document").First.ClickAsync();
        await browser.Page.GetByText("Schema available").WaitForAsync();
        return browser;
    }

    /// <summary>No request left the host, and the page complains of nothing.</summary>
    public static void AssertStayedAtHome(Browser browser, Uri address)
    {
        Assert.All(browser.Requests, asked => Assert.Equal(address.Authority, new Uri(asked).Authority));

        // The service worker is kept back (IdeFiles says why); its absence is the only thing that the page may complain of.
        Assert.All(browser.Complaints, complaint => Assert.Contains("/service-worker.js", complaint, StringComparison.Ordinal));
    }

    /// <summary>
    /// The editor takes a field over a third of a second after its last key, and writes all rows as it knew them: what came into
    /// another field meanwhile, or came by no key, is shown and not sent. So each field is typed and waited for, as a human does by
    /// nature.
    /// </summary>
    public static async Task EnterHeadersAsync(IPage page, params (string Name, string Value)[] headers)
    {
        await page.GetByRole(AriaRole.Tab, new() { Name = "HTTP Headers" }).ClickAsync();
        for (var i = 0; i < headers.Length; i++)
        {
            await TypeAsync(page, page.GetByPlaceholder("Name").Nth(i), headers[i].Name);
            await page.WaitForFunctionAsync(IsTakenOver, $"\"name\":\"{headers[i].Name}\"");
            await TypeAsync(page, page.GetByPlaceholder("Value").Nth(i), headers[i].Value);
            await page.WaitForFunctionAsync(IsTakenOver, $"\"name\":\"{headers[i].Name}\",\"value\":\"{headers[i].Value}\"");
        }
    }

    private static async Task TypeAsync(IPage page, ILocator field, string text)
    {
        await field.ClickAsync();
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Puts a document in the place of the one that is there, and runs its operation.</summary>
    public static async Task RunAsync(IPage page, string name, string document)
    {
        await page.GetByRole(AriaRole.Code).First.ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(document);
        await page.GetByText(name).First.WaitForAsync();
        await page.GetByLabel("Run Operation").First.ClickAsync();
    }
}
