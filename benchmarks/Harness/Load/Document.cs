using System.Text.RegularExpressions;

namespace Harness.Load;

/// <summary>A GraphQL document of the folder <c>documents</c>.</summary>
/// <param name="Operation">The name of its one operation.</param>
/// <param name="Text">The whole text.</param>
internal sealed partial record Document(string Operation, string Text)
{
    public static Document Read(string name)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "documents", name + ".graphql"));
        return new Document(OperationName().Match(text).Groups["name"].Value, text);
    }

    [GeneratedRegex(@"^(query|mutation)\s+(?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex OperationName();
}
