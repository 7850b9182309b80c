using SharingApi.Hosting;
using Testing;

namespace SharingApi.Tests.Hosting;

/// <summary>The schema that was promised to other departments is the one that runs.</summary>
public sealed class SchemaContractTests
{
    [Fact]
    public async Task The_printed_schema_is_the_promised_one()
    {
        var directory = Directory.CreateTempSubdirectory("sharing-");
        using var output = new StringWriter();

        await SchemaCommand.RunAsync(["--environment=Development", $"--DataDirectory={directory.FullName}"], output);

        Contract.Match("schema.graphql", output.ToString());
        directory.Delete(recursive: true);
    }
}
