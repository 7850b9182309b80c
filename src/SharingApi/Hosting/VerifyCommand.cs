using Persistence.StatusChanges;

namespace SharingApi.Hosting;

/// <summary><c>verify</c>: folds every person again and checks what must hold between the tables (api.md 1).</summary>
internal static class VerifyCommand
{
    private const int MostFindingsShown = 100;

    /// <returns>0 where all holds, 1 otherwise.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        await using var app = SharingServer.Compose(args);
        var found = 0;
        await foreach (var finding in app.Services.GetRequiredService<RegisterVerification>().RunAsync(CancellationToken.None))
        {
            found++;
            if (found <= MostFindingsShown)
            {
                await output.WriteLineAsync($"{finding.Code} {finding.Subject}");
            }
        }

        await output.WriteLineAsync(found == 0
            ? "Every person is what the standing evidence says, and every invariant holds."
            : $"{found} findings. Ids and codes only; schema/refusals.md says what a code means.");
        return found == 0 ? 0 : 1;
    }
}
