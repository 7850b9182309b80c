using GraphQLParser;
using GraphQLParser.AST;

namespace SharingApi.Tests.Ide;

/// <summary>The documents of <c>schema/operations</c>: what departments paste, store and send.</summary>
public sealed class StoredDocumentTests
{
    public static TheoryData<string> Documents =>
        [.. Directory.EnumerateFiles(Folder(), "*.graphql").Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_one_operation_named_as_its_file(string file)
    {
        var document = Parser.Parse(File.ReadAllText(Path.Combine(Folder(), file)));

        var operation = Assert.IsType<GraphQLOperationDefinition>(Assert.Single(document.Definitions), exactMatch: false);
        Assert.Equal(NameOf(file), operation.Name!.StringValue);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_says_in_both_languages_who_sends_it_and_what_for(string file)
    {
        var header = File.ReadLines(Path.Combine(Folder(), file)).TakeWhile(line => line.StartsWith('#')).ToList();

        Assert.Matches("^# [A-Z]", header[0]);
        Assert.Contains(header, line => line.Any(static character => character is >= '\u4e00' and <= '\u9fff'));
    }

    private static string NameOf(string file) =>
        string.Concat(Path.GetFileNameWithoutExtension(file).Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SharingApi.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "schema", "operations");
    }
}
