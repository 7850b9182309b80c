using Microsoft.Playwright;
using SharingApi.Ide;

namespace SharingApi.Tests.Ide;

/// <summary>What an analyst does in the IDE.</summary>
internal static class IdePage
{
    /// <summary>How often headers are typed before the test gives up.</summary>
    private const int Attempts = 5;

    /// <summary>
    /// Which headers the IDE keeps in the browser for its document, as "name: value", once they have been the same for a whole
    /// second: longer than the editor holds back what was typed.
    /// </summary>
    private const string KeptHeaders =
        """
        async () => {
          const result = request => new Promise(resolve => request.onsuccess = () => resolve(request.result));
          const read = async () => {
            const kept = await result(indexedDB.open('banana-cake-pop'));
            const settings = await result(kept.transaction('attachment').objectStore('attachment').getAll());
            kept.close();
            const found = [];
            JSON.stringify(settings, (key, value) => {
              if (key === 'headers' && Array.isArray(value)) {
                found.push(...value.filter(row => row.name || row.value).map(row => row.name + ': ' + row.value));
              }
              return value;
            });
            return found.join('\n');
          };
          const quarter = () => new Promise(resolve => setTimeout(resolve, 250));
          let last = await read();
          for (let same = 0; same < 4;) {
            await quarter();
            const now = await read();
            same = now === last ? same + 1 : 0;
            last = now;
          }
          return last;
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
    /// The editor takes a field over a third of a second after its last key or when it is left, and writes the whole row as it knew
    /// it then: on a busy machine a late write of the name puts an empty value over the one that was typed meanwhile, which the page
    /// still shows. So what the IDE keeps is read back when it has come to rest, and rows that went lost are typed once more.
    /// </summary>
    public static async Task EnterHeadersAsync(IPage page, params (string Name, string Value)[] headers)
    {
        var wanted = string.Join('\n', headers.Select(header => $"{header.Name}: {header.Value}"));
        await page.GetByRole(AriaRole.Tab, new() { Name = "HTTP Headers" }).ClickAsync();
        var kept = "";
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            for (var i = 0; i < headers.Length; i++)
            {
                if (!kept.Split('\n').Contains($"{headers[i].Name}: {headers[i].Value}"))
                {
                    await TypeAsync(page, page.GetByPlaceholder("Name").Nth(i), headers[i].Name);
                    await page.EvaluateAsync<string>(KeptHeaders);
                    await TypeAsync(page, page.GetByPlaceholder("Value").Nth(i), headers[i].Value);
                    await page.EvaluateAsync<string>(KeptHeaders);
                }
            }

            kept = await page.EvaluateAsync<string>(KeptHeaders);
            if (kept == wanted)
            {
                return;
            }
        }

        Assert.Equal(wanted, kept);
    }

    private static async Task TypeAsync(IPage page, ILocator field, string text)
    {
        await field.ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.PressAsync("Delete");
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
