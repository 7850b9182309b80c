using Domain.Access;

namespace Domain.Tests.Access;

public sealed class AccessRequestTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nobody_decides_their_own_request()
    {
        var request = new AccessRequest
        {
            Id = Guid.CreateVersion7(Now),
            Client = "health",
            Purpose = Purpose.Rehab,
            ScopeKind = RowScopeKind.City,
            Items = "person.phone:C",
            Basis = "残疾预防和残疾人康复条例",
            Scenario = "上门康复预约",
            Method = SharingMethod.Query,
            From = new DateOnly(2026, 12, 1),
            To = new DateOnly(2027, 12, 1),
            ReceivedAt = Now,
            DueOn = new DateOnly(2026, 7, 15),
        };

        Assert.Equal("ACCESS_REQUEST_OWN", request.Decide(AccessDecision.Consent, null, "health", Now)?.Code);
        Assert.Null(request.Decide(AccessDecision.Consent, null, "access-admin-1", Now));
    }
}
