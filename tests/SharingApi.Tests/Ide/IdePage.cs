using Microsoft.Playwright;

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
