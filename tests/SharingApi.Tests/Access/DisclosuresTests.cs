using Domain.Access;
using Domain.Shared;
using Persistence.Access;

namespace SharingApi.Tests.Access;

public sealed class DisclosuresTests
{
    private readonly Founded _founded = new();

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_client_gets_for_every_purpose_the_levels_of_its_column(string client, Purpose purpose, string? column)
    {
        var outcome = _founded.Disclosures.For(Founded.Caller(client), purpose, Founded.Now);

        if (column is null)
        {
            Assert.Equal("AUTH_PURPOSE_NOT_GRANTED", outcome.Refusal?.Code);
            return;
        }

        Assert.True(outcome.Succeeded(out var disclosure, out _));
        Assert.Equal(purpose, disclosure.Purpose);
        var levels = CellsOf(column, purpose);
        Assert.All(CatalogueItem.All, item => Assert.Equal(levels[item.Key], LevelLetter.Of(disclosure.LevelOf(item))));
    }

    [Fact]
    public void A_request_without_a_purpose_is_given_nothing_of_nobody()
    {
        Assert.True(_founded.Disclosures.For(Founded.Caller("federation"), null, Founded.Now).Succeeded(out var disclosure, out _));

        Assert.False(disclosure.SeesAnything);
        Assert.Equal(RowScope.Nothing, disclosure.Scope);
    }

    [Fact]
    public void A_client_that_is_not_registered_is_refused()
    {
        var stranger = Founded.Caller("health") with { Client = "insurance" };

        Assert.Equal("AUTH_CLIENT_UNKNOWN", _founded.Disclosures.For(stranger, Purpose.Rehab, Founded.Now).Refusal?.Code);
    }

    [Fact]
    public void A_human_with_the_name_of_a_system_does_not_become_it()
    {
        var impostor = Founded.Caller("federation") with { Kind = ClientKind.User };

        Assert.Equal("AUTH_CLIENT_UNKNOWN", _founded.Disclosures.For(impostor, Purpose.Cert, Founded.Now).Refusal?.Code);
    }

    [Theory]
    [InlineData("2026-11-23T23:59:59.9999999+08:00", false)]
    [InlineData("2026-11-24T00:00:00+08:00", true)]
    [InlineData("2026-11-30T23:59:59.9999999+08:00", true)]
    [InlineData("2026-12-01T00:00:00+08:00", false)]
    public void A_grant_holds_between_two_midnights_in_Shanghai(string instant, bool holds)
    {
        _founded.GrantOf("health", Purpose.Rehab).GiveWay(new DateOnly(2026, 12, 1), "replaced");
        _founded.Load();

        var now = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(holds, _founded.Disclosures.For(Founded.Caller("health"), Purpose.Rehab, now).Refusal is null);
    }

    [Theory]
    [InlineData(GrantState.Draft, DisclosureBasis.NotGranted)]
    [InlineData(GrantState.Suspended, DisclosureBasis.Ended)]
    [InlineData(GrantState.Expired, DisclosureBasis.Ended)]
    [InlineData(GrantState.Revoked, DisclosureBasis.Ended)]
    [InlineData(GrantState.Terminated, DisclosureBasis.Ended)]
    public void A_grant_that_is_not_active_gives_nothing(GrantState state, DisclosureBasis basis)
    {
        _founded.GrantOf("health", Purpose.Rehab).State = state;
        _founded.Load();

        Assert.True(_founded.Disclosures.AtAll(Founded.Caller("health"), Purpose.Rehab, Founded.Now).Succeeded(out var given, out _));
        Assert.Equal((basis, false), (given.Basis, given.SeesAnything));
    }

    [Fact]
    public void A_suspended_grant_does_not_bring_back_the_wider_one_before_it()
    {
        var wider = _founded.GrantOf("health", Purpose.Rehab);
        _founded.Grants.Add(new Grant
        {
            Id = Guid.Parse("0193b000-0000-7000-8000-000000000001"),
            Client = wider.Client,
            Purpose = wider.Purpose,
            ScopeKind = wider.ScopeKind,
            From = wider.From.AddDays(1),
            State = GrantState.Suspended,
        });
        _founded.Load();

        var health = Founded.Caller("health");

        Assert.Null(_founded.Disclosures.For(health, Purpose.Rehab, Founded.Now).Refusal);
        Assert.NotNull(_founded.Disclosures.For(health, Purpose.Rehab, Founded.Now.AddDays(1)).Refusal);
    }

    [Fact]
    public void Asking_allocates_nothing()
    {
        var health = Founded.Caller("health");
        _founded.Disclosures.For(health, Purpose.Rehab, Founded.Now);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            _founded.Disclosures.For(health, Purpose.Rehab, Founded.Now);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    public static TheoryData<string, Purpose, string?> Cells()
    {
        var cells = new TheoryData<string, Purpose, string?>();
        foreach (var client in FoundingClients.All)
        {
            foreach (var purpose in Enum.GetValues<Purpose>())
            {
                cells.Add(client.Id, purpose, ColumnOf(client.Id, purpose));
            }
        }

        return cells;
    }

    // The table under the clients of the public face, written down a second time.
    private static string? ColumnOf(string client, Purpose purpose) => (client, purpose) switch
    {
        ("public-security", Purpose.Verify) => "public-security",
        ("civil-affairs" or "county-wuhua" or "county-luquan", Purpose.Subsidy or Purpose.Assist) => "civil-affairs",
        ("health", Purpose.Rehab) => "health",
        ("analyst", Purpose.Stats) => "analyst",
        ("holder", Purpose.Self) => "holder",
        ("federation" or "federation-wuhua" or "federation-luquan" or "reviewer-1" or "reviewer-2", Purpose.Cert) => "federation",
        ("federation-wuhua" or "federation-luquan", Purpose.Survey) => "county-federation",
        ("auditor", Purpose.Audit) => string.Empty,
        ("reviewer-1" or "reviewer-2" or "access-admin-1" or "access-admin-2" or "auditor" or "analyst" or "holder", Purpose.LifeSync) => null,
        (_, Purpose.LifeSync) => string.Empty,
        _ => null,
    };

    private static Dictionary<string, char> CellsOf(string holder, Purpose purpose)
    {
        var lines = FoundingMatrix.Text().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var column = Array.IndexOf(lines[0].Split(','), $"{holder}/{ApiName.Of(purpose)}");
        return lines.Skip(1).Select(line => line.Split(',')).ToDictionary(
            cells => cells[0],
            cells => column < 0 ? 'D' : cells[column][0]);
    }
}
