using System.Globalization;
using Domain.Access;

namespace Domain.Tests.Access;

/// <summary>The clocks that Decree 809 sets on a request for shared data (domain 9).</summary>
public sealed class AccessRequestTests
{
    [Theory]
    [InlineData("2025-09-26", "2025-10-16")]
    [InlineData("2025-12-31", "2026-01-15")]
    [InlineData("2026-02-14", "2026-03-06")]
    [InlineData("2026-12-04", "2026-12-18")]
    [InlineData("2026-12-18", null)]
    public void A_request_is_answered_within_ten_working_days(string received, string? dueOn) =>
        Assert.Equal(DayOf(dueOn), Request(received).DueOn);

    [Theory]
    [InlineData("2025-09-26", "2025-10-30")]
    [InlineData("2026-12-03", "2026-12-31")]
    [InlineData("2026-12-04", null)]
    public void After_consent_the_data_is_provided_within_twenty(string decided, string? provideBy)
    {
        var request = Request("2025-09-01");

        Assert.Null(request.Decide(AccessDecision.Consent, null, "access-admin-1", NoonOf(decided)));

        Assert.Equal(AccessRequestState.Consented, request.State);
        Assert.Equal(DayOf(provideBy), request.ProvideBy);
        Assert.Equal(provideBy is null, request.LacksCalendar);
    }

    [Theory]
    [InlineData("2025-09-26", "2025-10-30")]
    [InlineData("2026-12-04", null)]
    public void The_time_to_reply_is_extended_once_by_ten(string received, string? dueOn)
    {
        var request = Request(received);

        Assert.Null(request.Decide(AccessDecision.Extend, "needs a second look", "access-admin-1", NoonOf(received)));

        Assert.Equal(DayOf(dueOn), request.DueOn);
        Assert.Equal(dueOn is null, request.LacksCalendar);
        Assert.Equal("ACCESS_REQUEST_EXTENDED", request.Decide(AccessDecision.Extend, "again", "access-admin-1", NoonOf(received))?.Code);
    }

    [Theory]
    [InlineData(1, SharingClass.Unconditional)]
    [InlineData(1, SharingClass.Unconditional, SharingClass.Unconditional)]
    [InlineData(10, SharingClass.Conditional)]
    [InlineData(10, SharingClass.Unconditional, SharingClass.Conditional)]
    [InlineData(10, SharingClass.NotShared)]
    public void The_clock_goes_by_the_least_open_class_that_is_asked_for(int days, params SharingClass[] classes) =>
        Assert.Equal(days, AccessRequest.DaysToReplyTo(classes));

    [Fact]
    public void Nobody_decides_their_own_request()
    {
        var request = Request("2026-07-01");

        Assert.Equal("ACCESS_REQUEST_OWN", request.Decide(AccessDecision.Consent, null, request.Client, NoonOf("2026-07-01"))?.Code);
    }

    [Fact]
    public void A_refusal_ends_every_clock()
    {
        var request = Request("2026-12-18");

        Assert.True(request.LacksCalendar);
        Assert.Null(request.Decide(AccessDecision.Refuse, "not needed", "access-admin-1", NoonOf("2026-12-18")));
        Assert.False(request.LacksCalendar);
    }

    private static AccessRequest Request(string received)
    {
        var request = new AccessRequest
        {
            Id = Guid.CreateVersion7(),
            Client = "health",
            Purpose = Purpose.Rehab,
            ScopeKind = RowScopeKind.City,
            Items = "person.name:C,person.phone:M",
            Basis = "basis",
            Scenario = "scenario",
            Method = SharingMethod.Query,
            From = new DateOnly(2026, 1, 1),
            To = new DateOnly(2027, 1, 1),
            ReceivedAt = NoonOf(received),
        };
        request.SetClocks();
        return request;
    }

    private static DateTimeOffset NoonOf(string day) =>
        DateTimeOffset.Parse(day + "T12:00:00+08:00", CultureInfo.InvariantCulture);

    private static DateOnly? DayOf(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
