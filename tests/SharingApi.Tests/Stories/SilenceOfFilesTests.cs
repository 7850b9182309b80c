using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Persistence;
using Persistence.Encryption;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>A file about holders and others leaves nothing of the others, on any path, also for whoever has the keys.</summary>
public sealed class SilenceOfFilesTests : IAsyncLifetime
{
    // Ciphertexts of one and of two size classes: what the inbox holds, or held, in a page or in the write-ahead log.
    private static readonly int[] EnvelopeSizes = [2_078, 4_126];

    private SharingApp _app = null!;

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Notices_corrections_withdrawals_and_refused_lines_leave_nothing_of_the_others()
    {
        var holders = await Holder.LivingAsync(_app, 20);
        Holder[] others = [.. Enumerable.Range(0, 20).Select(Holder.Nobody)];
        var file = Path.Combine(Directory.CreateTempSubdirectory("sharing-").FullName, "mixed.ndjson");
        await File.WriteAllLinesAsync(file, holders.Zip(others).SelectMany((pair, i) => LinesOf(pair.First, $"h-{i}").Concat(LinesOf(pair.Second, $"o-{i}"))));

        var searching = SearchAsync(others, until: () => false);
        var (exitCode, report) = await Commands.RunAsync(_app.DataDirectory, "intake", file, "--client", "public-security", "--all-lines");
        var meanwhile = await searching;
        var afterwards = await SearchAsync(others, until: () => true);

        Assert.Equal(3, exitCode);
        Assert.Empty(meanwhile);
        Assert.Empty(afterwards);
        Assert.Empty(Found(Encoding.UTF8.GetBytes(string.Join('\n', report)), others));
        Assert.Empty(Found(Encoding.UTF8.GetBytes(string.Join('\n', report)), holders));
        var states = report.SkipLast(1).Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]).Chunk(4).ToList();
        Assert.All(states, shape => Assert.Equal(states[0], shape));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public async Task The_search_finds_a_notice_that_waits_in_the_inbox()
    {
        var nobody = Holder.Nobody(30);
        var envelope = new Persistence.Notices.NoticeEnvelope(Cipher).Seal(Encoding.UTF8.GetBytes(nobody.IdNumber));
        byte[] page = [.. new byte[100], .. envelope, .. new byte[100]];

        Assert.NotEmpty(Found(page, [nobody]));
    }

    private FieldCipher Cipher => _app.Services.GetRequiredService<FieldCipher>();

    private static IEnumerable<string> LinesOf(Holder person, string id) =>
    [
        JsonSerializer.Serialize(person.Death(id)),
        JsonSerializer.Serialize(new
        {
            messageId = id + "-c",
            corrects = id,
            type = "HUKOU_CANCELLED",
            reason = "DEATH",
            occurredOn = "2026-05-02",
            subject = new { name = person.Name, idNumber = person.IdNumber },
        }),
        JsonSerializer.Serialize(new { messageId = id + "-w", withdraws = id + "-c", reason = "wrong person" }),
        JsonSerializer.Serialize(person.Death(id + "-r", "2999-01-01")),
    ];

    /// <summary>Reads every file of the data directory again and again until the inbox is empty, once at the least.</summary>
    private async Task<IReadOnlyList<string>> SearchAsync(Holder[] others, Func<bool> until)
    {
        var contexts = _app.Services.GetRequiredService<IDbContextFactory<SharingDbContext>>();
        HashSet<string> found = new(StringComparer.Ordinal);
        var (rounds, isEmpty) = (0, false);
        while (rounds++ < 3 || (!isEmpty && !until()))
        {
            await Task.Run(async () =>
            {
                foreach (var path in Directory.EnumerateFiles(_app.DataDirectory, "*.db*"))
                {
                    found.UnionWith(Found(await BytesAsync(path), others));
                }
            });
            await using var db = await contexts.CreateDbContextAsync();
            isEmpty = !await db.Inbox.AnyAsync() && await db.Receipts.AnyAsync();
        }

        return [.. found];
    }

    private static async Task<byte[]> BytesAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    /// <summary>Whose number stands in the bytes, in clear or in an envelope that the keys open.</summary>
    private List<string> Found(byte[] bytes, IEnumerable<Holder> persons)
    {
        byte[][] traces = [.. persons.Select(person => Encoding.UTF8.GetBytes(person.IdNumber))];
        List<string> found = [.. In(bytes, traces)];
        var plain = new byte[EnvelopeSizes[^1]];
        var header = Cipher.Encrypt("")[..2];
        for (var at = bytes.AsSpan().IndexOf(header); at >= 0;)
        {
            foreach (var size in EnvelopeSizes.Where(size => at + size <= bytes.Length))
            {
                try
                {
                    var length = Cipher.Decrypt(bytes.AsSpan(at, size), plain);
                    found.AddRange(In(plain.AsSpan(0, length), traces));
                }
                catch (CryptographicException)
                {
                    // No envelope begins here.
                }
            }

            var next = bytes.AsSpan(at + 1).IndexOf(header);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return found;
    }

    private static List<string> In(ReadOnlySpan<byte> bytes, byte[][] traces)
    {
        List<string> found = [];
        foreach (var trace in traces)
        {
            if (bytes.IndexOf(trace) >= 0)
            {
                found.Add(Encoding.UTF8.GetString(trace));
            }
        }

        return found;
    }
}
