using Persistence.Access;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>Partner departments see the schema: all of them the same one, and nothing in it of who may see what.</summary>
public sealed class IntrospectionTests : IAsyncLifetime
{
    private const string Everything =
        """
        {
          __schema {
            description
            types {
              name description
              fields(includeDeprecated: true) { name description args { name description defaultValue } type { name } }
              inputFields { name description defaultValue }
              enumValues(includeDeprecated: true) { name description }
              possibleTypes { name }
            }
            directives { name description args { name description } }
          }
        }
        """;

    private SharingApp _app = null!;

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Every_partner_is_shown_the_same_schema_whatever_it_was_granted()
    {
        var rig = new GrantRig(_app);
        var before = await _app.As("civil-affairs", "SUBSIDY").AskAsync(Everything);
        Assert.Empty(before.Errors);

        await rig.GrantAsync(GrantRig.Proposal(
            "civil-affairs", "SUBSIDY", await rig.GrantOfAsync("civil-affairs", "SUBSIDY"), ("person.name", "MASKED")));

        Assert.Equal(before.Text, (await _app.As("civil-affairs", "SUBSIDY").AskAsync(Everything)).Text);
        Assert.Equal(before.Text, (await _app.As("court").AskAsync(Everything)).Text);
        Assert.Equal(before.Text, (await _app.As("access-admin-1").AskAsync(Everything)).Text);
    }

    [Fact]
    public async Task No_description_names_a_client_an_office_or_a_grant()
    {
        var schema = (await _app.As("health", "REHAB").AskAsync(Everything)).Text;

        Assert.DoesNotContain("grant_0", schema, StringComparison.Ordinal);
        foreach (var client in FoundingClients.All.Where(client => client.Id.Contains('-', StringComparison.Ordinal)))
        {
            Assert.DoesNotContain(client.Id, schema, StringComparison.Ordinal);
        }

        foreach (var office in FoundingClients.All.Select(client => client.Office).Where(office => office.Length > 0))
        {
            Assert.DoesNotContain($"\"{office}\"", schema, StringComparison.Ordinal);
        }
    }
}
