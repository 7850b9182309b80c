using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GraphQLParser;
using GraphQLParser.AST;

namespace SharingApi.Graph.Documents;

/// <summary>The documents of <c>schema/operations</c>, which every build carries within itself.</summary>
/// <remarks>
/// The id of each is the SHA-256 of its file, byte for byte, with its comments and its last line break: what <c>sha256sum</c> prints.
/// </remarks>
internal static class StoredOperations
{
    private const string Folder = "operations/";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        NewLine = "\n",
    };

    private static readonly IReadOnlyList<string> All = [.. Read()];

    private static readonly FrozenDictionary<DocumentKey, string> ByKey = All.ToFrozenDictionary(DocumentKey.Of);

    /// <summary>The text of a stored document; null where none has this id.</summary>
    public static string? Find(DocumentKey key) => ByKey.GetValueOrDefault(key);

    /// <summary>The list of ids as the contract file prints it, in the form that Apollo's clients read.</summary>
    public static string Print() => JsonSerializer.Serialize(
        new
        {
            format = "apollo-persisted-query-manifest",
            version = 1,
            operations = All.Select(text =>
            {
                var operation = Parser.Parse(text).Definitions.OfType<GraphQLOperationDefinition>().Single();
                return new
                {
                    id = DocumentKey.Of(text).ToString(),
                    name = operation.Name!.StringValue,
                    type = operation.Operation.ToString().ToLowerInvariant(),
                    body = text,
                };
            }),
        },
        Readable) + "\n";

    private static IEnumerable<string> Read()
    {
        var assembly = typeof(StoredOperations).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (name.StartsWith(Folder, StringComparison.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, new UTF8Encoding(false, true));
                yield return reader.ReadToEnd();
            }
        }
    }
}
