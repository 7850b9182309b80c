using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Domain.Shared;
using GraphQL;
using Persistence.Encryption;
using SharingApi.Graph;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Schema;

namespace SharingApi.Access.Grants;

/// <summary>Pages of grants and requests, oldest first; cursors are sealed and bound to caller, list and filter.</summary>
internal sealed class AccessPages(Keys keys)
{
    private const int DefaultPage = 50;
    private const int LargestPage = 200;
    private const int BindingSize = 16;
    private const int KeySize = 16;

    private static readonly Refusal Invalid = new("CURSOR_INVALID", "The cursor was altered, or belongs to another caller, list or filter.");

    private static readonly Dictionary<string, object?> Nothing = new(StringComparer.Ordinal);

    private readonly FieldCipher _cipher = new(keys.Cursors, keys.Suite);

    /// <param name="field">The list, with its arguments.</param>
    /// <param name="all">All entries that the filter lets through.</param>
    /// <param name="keyOf">The key of an entry.</param>
    /// <param name="shown">The entry as it is given out.</param>
    public Page Of<T>(IResolveFieldContext field, IEnumerable<T> all, Func<T, Guid> keyOf, Func<T, object> shown)
    {
        var first = field.GetArgument<int?>("first") ?? DefaultPage;
        if (first is < 1 or > LargestPage)
        {
            throw new Refusal("LIMIT_PAGE_SIZE", "A page holds 1 to 200 entries.").With(("limit", LargestPage), ("actual", first));
        }

        var binding = BindingOf(field);
        var ordered = all.OrderBy(keyOf).ToList();
        var after = field.GetArgument<string?>("after") is { } cursor ? KeyIn(cursor, binding) : Guid.Empty;
        var rest = ordered.FindAll(entry => keyOf(entry) > after);
        return new Page(
            [.. rest.Take(first).Select(entry => new Edge(Seal(binding, keyOf(entry)), shown(entry)))],
            rest.Count > first,
            rest.Count < ordered.Count,
            ordered.Count);
    }

    private static byte[] BindingOf(IResolveFieldContext field)
    {
        var text = new StringBuilder(((OperationContext)field.UserContext).Caller!.Client).Append('\n').Append(field.FieldDefinition.Name);
        foreach (var (name, words) in field.GetArgument<IDictionary<string, object?>?>("where") ?? Nothing)
        {
            foreach (var (word, operand) in words as IDictionary<string, object?> ?? Nothing)
            {
                text.Append('\n').Append(name).Append('.').Append(word).Append('=');
                text.AppendJoin('\u001f', operand is IEnumerable<object?> list ? list : [operand]);
            }
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))[..BindingSize];
    }

    private string Seal(ReadOnlySpan<byte> binding, Guid key)
    {
        Span<byte> place = stackalloc byte[BindingSize + KeySize];
        binding.CopyTo(place);
        key.TryWriteBytes(place[BindingSize..], bigEndian: true, out _);
        return Base64Url.EncodeToString(_cipher.Encrypt(place));
    }

    private Guid KeyIn(string cursor, ReadOnlySpan<byte> binding)
    {
        try
        {
            var place = _cipher.Decrypt(Base64Url.DecodeFromChars(cursor)).AsSpan();
            return place.Length == BindingSize + KeySize && place.StartsWith(binding)
                ? new Guid(place[BindingSize..], bigEndian: true)
                : throw new RefusalError(Invalid);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or ArgumentException)
        {
            throw new RefusalError(Invalid);
        }
    }
}
