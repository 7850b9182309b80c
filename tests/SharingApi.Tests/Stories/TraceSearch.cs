using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Persistence;
using Persistence.Encryption;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>Searches every byte of a data directory, keys in hand, for people of whom nothing may be there.</summary>
/// <param name="app">The server, whose keys open what it stored.</param>
/// <param name="texts">What must be nowhere: numbers, names, phones; looked for as UTF-8 and as UTF-16.</param>
internal sealed class TraceSearch(SharingApp app, IEnumerable<string> texts)
{
    // Ciphertexts of one to eight size classes: what the inbox holds, or held, in a page or in the write-ahead log.
    private static readonly int[] EnvelopeSizes = [542, 1_054, 1_566, 2_078, 2_590, 3_102, 3_614, 4_126];

    private readonly (string Text, byte[] Utf8, byte[] Utf16)[] _traces =
        [.. texts.Distinct(StringComparer.Ordinal).Select(text => (text, Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text)))];

    private FieldCipher Cipher => app.Services.GetRequiredService<FieldCipher>();

    /// <summary>Numbers and names of persons.</summary>
    public static TraceSearch Of(SharingApp app, IEnumerable<Holder> persons, params string[] more) =>
        new(app, [.. persons.SelectMany(person => new[] { person.IdNumber, person.Name }), .. more]);

    /// <summary>Reads every file of a directory once.</summary>
    public async Task<IReadOnlyList<string>> InAsync(string directory)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
        {
            found.UnionWith(In(await BytesAsync(path)));
        }

        return [.. found];
    }

    /// <summary>Reads them again and again until something was accepted and the inbox is empty, three times at the least.</summary>
    public async Task<IReadOnlyList<string>> WhileItRunsAsync()
    {
        var contexts = app.Services.GetRequiredService<IDbContextFactory<SharingDbContext>>();
        HashSet<string> found = new(StringComparer.Ordinal);
        var (rounds, isEmpty) = (0, false);
        while (rounds++ < 3 || !isEmpty)
        {
            found.UnionWith(await Task.Run(() => InAsync(app.DataDirectory)));
            await using var db = await contexts.CreateDbContextAsync();
            isEmpty = !await db.Inbox.AnyAsync() && await db.Receipts.AnyAsync();
        }

        return [.. found];
    }

    public List<string> In(string text) => In(Encoding.UTF8.GetBytes(text));

    /// <summary>What stands in the bytes, in clear or in an envelope that the keys open.</summary>
    public List<string> In(byte[] bytes)
    {
        var found = Clear(bytes);
        var plain = new byte[EnvelopeSizes[^1]];
        var header = Cipher.Encrypt("")[..2];
        for (var at = bytes.AsSpan().IndexOf(header); at >= 0;)
        {
            foreach (var size in EnvelopeSizes.Where(size => at + size <= bytes.Length))
            {
                try
                {
                    var length = Cipher.Decrypt(bytes.AsSpan(at, size), plain);
                    found.AddRange(Clear(plain.AsSpan(0, length)));
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

    private List<string> Clear(ReadOnlySpan<byte> bytes)
    {
        List<string> found = [];
        foreach (var (text, utf8, utf16) in _traces)
        {
            if (bytes.IndexOf(utf8) >= 0 || bytes.IndexOf(utf16) >= 0)
            {
                found.Add(text);
            }
        }

        return found;
    }

    private static async Task<byte[]> BytesAsync(string path)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            return bytes.ToArray();
        }
        catch (FileNotFoundException)
        {
            // Gone since the directory was listed: a journal that is only there while it is needed.
            return [];
        }
    }
}
