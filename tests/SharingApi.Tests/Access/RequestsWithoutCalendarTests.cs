using System.Text.Json;
using Domain.Access;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Persistence;
using Persistence.Access;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>From December on a clock of twenty working days runs into a year whose holiday notice is not out: nothing is lost by it.</summary>
public sealed class RequestsWithoutCalendarTests : IAsyncLifetime
{
    private const string Ask =
        "mutation A($input: RequestAccessInput!) { requestAccess(input: $input) { accessRequest { id state dueOn } errors { ... on AccessFault { code } } } }";

    private const string Decide =
        "mutation D($input: DecideAccessRequestInput!) { decideAccessRequest(input: $input) { accessRequest { state dueOn provideBy } errors { ... on AccessFault { code } } } }";

    private SharingApp _app = null!;

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync("Clock:Start=2026-12-04T10:00:00+08:00");

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Given_no_calendar_for_next_year_when_a_request_is_consented_to_then_it_is_and_the_alarm_is_raised()
    {
        var request = (await _app.As("health").DataAsync(Ask, new { input = GrantRig.Request })).GetProperty("requestAccess").GetProperty("accessRequest");
        Assert.Equal("2026-12-18", request.GetProperty("dueOn").GetString());

        var consented = await DecideAsync(request.GetProperty("id").GetString(), "CONSENT");

        Assert.Equal("CONSENTED", consented.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, consented.GetProperty("provideBy").ValueKind);
        Assert.Equal(1, await Clocks.RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Given_no_calendar_for_next_year_when_the_reply_is_extended_into_it_then_it_is()
    {
        var request = (await _app.As("health").DataAsync(Ask, new { input = GrantRig.Request })).GetProperty("requestAccess").GetProperty("accessRequest");

        var extended = await DecideAsync(request.GetProperty("id").GetString(), "EXTEND");

        Assert.Equal(("OPEN", JsonValueKind.Null), (extended.GetProperty("state").GetString(), extended.GetProperty("dueOn").ValueKind));
    }

    [Fact]
    public async Task Given_a_request_without_a_day_when_its_calendar_is_known_then_the_daily_clock_sets_it()
    {
        var contexts = _app.Services.GetRequiredService<IDbContextFactory<SharingDbContext>>();
        var waiting = new AccessRequest
        {
            Id = Guid.CreateVersion7(),
            Client = "health",
            Purpose = Purpose.Rehab,
            ScopeKind = RowScopeKind.City,
            Items = "person.phone:C",
            Basis = "basis",
            Scenario = "scenario",
            Method = SharingMethod.Query,
            From = new DateOnly(2026, 1, 1),
            To = new DateOnly(2027, 1, 1),
            ReceivedAt = Shanghai.MidnightOf(new DateOnly(2026, 2, 14)),
        };
        await using (var db = await contexts.CreateDbContextAsync())
        {
            db.AccessRequests.Add(waiting);
            await db.SaveChangesAsync();
        }

        Assert.Equal(0, await Clocks.RunAsync(CancellationToken.None));

        await using var after = await contexts.CreateDbContextAsync();
        Assert.Equal(new DateOnly(2026, 3, 6), (await after.AccessRequests.SingleAsync(request => request.Id == waiting.Id)).DueOn);
    }

    private AccessRequestClocks Clocks => _app.Services.GetRequiredService<AccessRequestClocks>();

    private async Task<JsonElement> DecideAsync(string? requestId, string decision)
    {
        var decided = (await _app.As("access-admin-1").DataAsync(Decide, new { input = new { requestId, decision, reason = "需核对用途" } }))
            .GetProperty("decideAccessRequest");
        Assert.Equal(JsonValueKind.Null, decided.GetProperty("errors").ValueKind);
        return decided.GetProperty("accessRequest");
    }
}
