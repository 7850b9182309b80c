using Domain.Access;
using Microsoft.EntityFrameworkCore;
using Persistence.Access;

namespace Persistence.Tests.Access;

public sealed class FoundingGrantsTests(FoundedGrants founded) : IClassFixture<FoundedGrants>
{
    private readonly SharingDbContext _db = founded.Db;

    [Fact]
    public async Task Every_client_is_registered_once_and_founding_again_adds_nothing()
    {
        await FoundingGrants.EnsureAsync(_db, FoundedGrants.First, FoundedGrants.Today.AddDays(1));

        Assert.Equal(16, await _db.Clients.CountAsync());
        Assert.Equal(18, await _db.Grants.CountAsync());
        Assert.All(await _db.Grants.ToListAsync(), grant => Assert.Equal(FoundedGrants.Today, grant.From));
    }

    [Fact]
    public async Task A_grant_that_was_revoked_is_not_made_anew()
    {
        var grant = await _db.Grants.SingleAsync(g => g.Client == "reviewer-2");
        grant.State = GrantState.Revoked;
        await _db.SaveChangesAsync();

        await FoundingGrants.EnsureAsync(_db, FoundedGrants.First, FoundedGrants.Today);

        Assert.Equal(GrantState.Revoked, (await _db.Grants.SingleAsync(g => g.Client == "reviewer-2")).State);
    }

    [Theory]
    [InlineData("public-security", "VERIFY", "City", null)]
    [InlineData("civil-affairs", "ASSIST SUBSIDY", "City", null)]
    [InlineData("county-wuhua", "ASSIST SUBSIDY", "HukouDivision", "530102")]
    [InlineData("county-luquan", "ASSIST SUBSIDY", "HukouDivision", "530128")]
    [InlineData("health", "REHAB", "City", null)]
    [InlineData("court", "", "City", null)]
    [InlineData("federation", "CERT", "City", null)]
    [InlineData("federation-wuhua", "CERT SURVEY", "ManagementUnit", "530102")]
    [InlineData("federation-luquan", "CERT SURVEY", "ManagementUnit", "530128")]
    [InlineData("reviewer-1", "CERT", "City", null)]
    [InlineData("reviewer-2", "CERT", "City", null)]
    [InlineData("access-admin-1", "", "Nothing", null)]
    [InlineData("access-admin-2", "", "Nothing", null)]
    [InlineData("auditor", "AUDIT", "Nothing", null)]
    [InlineData("analyst", "STATS", "City", null)]
    public async Task A_client_has_the_purposes_and_the_scope_of_the_public_face(
        string client, string purposes, string scope, string? code)
    {
        var grants = await _db.Grants.Where(grant => grant.Client == client).ToListAsync();
        var registered = await _db.Clients.SingleAsync(c => c.Id == client);

        Assert.Equal(purposes, string.Join(' ', grants.Select(grant => Domain.Shared.ApiName.Of(grant.Purpose)).Order()));
        Assert.Equal((scope, code), (registered.ScopeKind.ToString(), registered.ScopeCode));
        Assert.All(grants, grant => Assert.Equal((scope, code), (grant.ScopeKind.ToString(), grant.ScopeCode)));
    }

    [Fact]
    public async Task The_holder_sees_theFoundedGrants.First_person_and_nobody_else()
    {
        var grant = await _db.Grants.SingleAsync(g => g.Client == "holder");

        Assert.Equal((Purpose.Self, RowScopeKind.Self, FoundedGrants.First.Value.ToString("N")), (grant.Purpose, grant.ScopeKind, grant.ScopeCode));
    }

    [Fact]
    public async Task Two_reviewers_and_two_administrators_sit_in_different_offices()
    {
        var offices = await _db.Clients.Where(client => client.Kind == ClientKind.User).Select(client => client.Office).ToListAsync();

        Assert.Equal(offices.Count, offices.Distinct().Count());
    }

    [Fact]
    public async Task An_auditor_is_denied_every_item() =>
        Assert.Empty((await _db.Grants.Include(g => g.Items).SingleAsync(g => g.Client == "auditor")).Items);

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task A_grant_gives_exactly_the_levels_of_its_column(string client, Purpose purpose, string holder)
    {
        var grant = await _db.Grants.AsNoTracking().Include(g => g.Items).SingleAsync(g => g.Client == client && g.Purpose == purpose);

        var disclosure = Disclosure.Of(grant, FoundingMatrix.Matrix.Catalogue);

        Assert.All(CellsOf(holder, purpose), cell => Assert.Equal(cell.Level, disclosure.LevelOf(cell.Item)));
    }

    public static TheoryData<string, Purpose, string> Columns() => new()
    {
        { "public-security", Purpose.Verify, "public-security" },
        { "civil-affairs", Purpose.Subsidy, "civil-affairs" },
        { "civil-affairs", Purpose.Assist, "civil-affairs" },
        { "county-wuhua", Purpose.Subsidy, "civil-affairs" },
        { "county-luquan", Purpose.Assist, "civil-affairs" },
        { "health", Purpose.Rehab, "health" },
        { "analyst", Purpose.Stats, "analyst" },
        { "federation", Purpose.Cert, "federation" },
        { "federation-wuhua", Purpose.Cert, "federation" },
        { "federation-luquan", Purpose.Survey, "county-federation" },
        { "reviewer-1", Purpose.Cert, "federation" },
        { "holder", Purpose.Self, "holder" },
    };

    // Read here by hand, so that a slip of the reader cannot hide itself.
    private static IEnumerable<(CatalogueItem Item, DisclosureLevel Level)> CellsOf(string holder, Purpose purpose)
    {
        var lines = FoundingMatrix.Text().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var column = Array.IndexOf(lines[0].Split(','), $"{holder}/{Domain.Shared.ApiName.Of(purpose)}");
        return lines.Skip(1).Select(line => line.Split(',')).Select(cells => (
            CatalogueItem.All.Single(item => item.Key == cells[0]),
            cells[column] switch
            {
                "C" => DisclosureLevel.Clear,
                "M" => DisclosureLevel.Masked,
                "V" => DisclosureLevel.MatchOnly,
                "A" => DisclosureLevel.Aggregate,
                _ => DisclosureLevel.Denied,
            }));
    }
}
