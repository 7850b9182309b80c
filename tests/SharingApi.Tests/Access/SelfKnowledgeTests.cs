using Snapshooter.Xunit;

namespace SharingApi.Tests.Access;

/// <summary>What a caller is told of itself and of the catalogue.</summary>
public sealed class SelfKnowledgeTests(AccessApp house) : IClassFixture<AccessApp>
{
    private const string Viewer =
        "{ viewer { client department office kind purposes { purpose scope { kind code } lag items { item level } } } }";

    [Theory]
    [InlineData("public-security")]
    [InlineData("county-luquan")]
    [InlineData("access-admin-1")]
    [InlineData("holder")]
    public async Task The_viewer_is_told_its_purposes_and_what_each_discloses(string client)
    {
        var answer = await house.App.As(client).AskAsync(Viewer);

        Snapshot.Match(answer.Text, $"{nameof(SelfKnowledgeTests)}.viewer.{client}");
    }

    [Fact]
    public async Task The_catalogue_names_every_item_its_fields_and_its_parts()
    {
        var answer = await house.App.As("court").AskAsync("{ catalogue { key name chineseName fields parts sharingClass sensitivity conditions { chinese } legalBasis { english chinese } sources version } }");

        Snapshot.Match(answer.Text);
    }
}
