using Domain.Access;

namespace Domain.Tests.Access;

public sealed class GrantTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly Guid Id = Guid.Parse("0193b000-0000-7000-8000-000000000001");

    [Theory]
    [InlineData("a", "office 1", "b", "office 2", null)]
    [InlineData("a", "office 1", "a", "office 2", "SIGN_OFF_SAME_SIGNER")]
    [InlineData("a", "office 1", "b", "office 1", "SIGN_OFF_SAME_OFFICE")]
    [InlineData("a", "office 1", "health", "office 2", "SIGN_OFF_OWN")]
    public void Two_humans_of_two_offices_sign_one_digest(string first, string office, string second, string otherOffice, string? code)
    {
        var grant = Proposal.Draft(Id);
        var digest = GrantDigest.Of(grant);

        Assert.Null(grant.Sign(Human(first, office), digest, Now));
        Assert.Equal(code, grant.Sign(Human(second, otherOffice), digest, Now)?.Code);

        Assert.Equal(code is null ? GrantState.Active : GrantState.Draft, grant.State);
    }

    [Fact]
    public void Every_part_of_the_text_is_under_the_signature()
    {
        GrantProposal[] texts =
        [
            Proposal,
            Proposal with { Client = "court" },
            Proposal with { Purpose = Purpose.Verify },
            Proposal with { Scope = RowScope.HukouDivision("530102") },
            Proposal with { Items = [new("person.name", DisclosureLevel.Masked)] },
            Proposal with { From = Proposal.From.AddDays(1) },
            Proposal with { To = Proposal.To.AddDays(1) },
            Proposal with { Basis = "other" },
            Proposal with { Scenario = "other" },
            Proposal with { Method = SharingMethod.Feed },
            Proposal with { Volume = new GrantVolume(VolumeAccess.OneByOne, null) },
            Proposal with { Volume = new GrantVolume(VolumeAccess.Bulk, 100) },
            Proposal with { BreakGlass = new BreakGlass("flood", 2) },
            Proposal with { BreakGlass = new BreakGlass("flood", 3) },
            Proposal with { BreakGlass = new BreakGlass("fire", 3) },
            Proposal with { Request = Id },
            Proposal with { Replaces = Id },
        ];

        Assert.Equal(texts.Length, texts.Select(text => GrantDigest.Of(text.Draft(Id))).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_grant_does_not_hold_before_both_have_signed()
    {
        var grant = Proposal.Draft(Id);
        grant.Sign(Human("a", "1"), GrantDigest.Of(grant), Now);
        grant.Sign(Human("b", "2"), GrantDigest.Of(grant), Now.AddHours(1));

        Assert.Equal(Now.AddHours(1), grant.StartsAt);
        Assert.Equal(GrantState.Expired, grant.StateAt(grant.EndsAt));
    }

    [Theory]
    [InlineData(GrantState.Active, GrantState.Suspended, null)]
    [InlineData(GrantState.Active, GrantState.Revoked, null)]
    [InlineData(GrantState.Suspended, GrantState.Revoked, null)]
    [InlineData(GrantState.Suspended, GrantState.Suspended, "GRANT_NOT_IN_FORCE")]
    [InlineData(GrantState.Revoked, GrantState.Suspended, "GRANT_NOT_IN_FORCE")]
    [InlineData(GrantState.Draft, GrantState.Revoked, "GRANT_NOT_IN_FORCE")]
    public void What_is_over_stays_over(GrantState from, GrantState to, string? code)
    {
        var grant = Proposal.Draft(Id);
        grant.State = from;

        Assert.Equal(code, grant.End(to, "why", "access-admin-1", Now)?.Code);
        Assert.Equal(code is null ? to : from, grant.State);
    }

    [Fact]
    public void What_was_signed_stays_as_it_was_when_another_grant_takes_its_place()
    {
        var grant = Proposal.Draft(Id);
        var signed = GrantDigest.Of(grant);
        grant.State = GrantState.Active;

        grant.GiveWay(new DateOnly(2027, 1, 1), "replaced");
        grant.GiveWay(new DateOnly(2027, 3, 1), "replaced by another");

        Assert.Equal(signed, GrantDigest.Of(grant));
        Assert.Equal((new DateOnly(2027, 11, 24), new DateOnly(2027, 1, 1)), (grant.To, grant.HoldsUntil));
        Assert.Equal(GrantState.Expired, grant.StateAt(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(8))));
    }

    [Fact]
    public void Nobody_ends_what_is_over()
    {
        var grant = Proposal.Draft(Id);
        grant.State = GrantState.Active;

        Assert.Equal("GRANT_NOT_IN_FORCE", grant.End(GrantState.Revoked, "why", "access-admin-1", grant.EndsAt)?.Code);
    }

    [Fact]
    public void A_county_exchanged_for_another_widens_and_narrows_what_both_give()
    {
        var levels = Enumerable.Repeat(DisclosureLevel.Denied, CatalogueItem.All.Count).ToArray();
        levels[CatalogueItem.PersonName.Ordinal] = DisclosureLevel.Clear;
        var one = new Disclosure("x", Purpose.Subsidy, RowScope.HukouDivision("530102"), levels);
        var other = new Disclosure("x", Purpose.Subsidy, RowScope.HukouDivision("530128"), levels);

        var diff = GrantDiff.Between(one, other);

        Assert.Equal([CatalogueItem.PersonName], diff.Widened.Select(cell => cell.Item));
        Assert.Equal([CatalogueItem.PersonName], diff.Narrowed.Select(cell => cell.Item));
        Assert.Empty(GrantDiff.Between(one, one).Widened);
    }

    private static GrantProposal Proposal => new()
    {
        Client = "health",
        Purpose = Purpose.Rehab,
        Scope = RowScope.City,
        Items = [new("person.name", DisclosureLevel.Clear)],
        From = new DateOnly(2026, 11, 24),
        To = new DateOnly(2027, 11, 24),
        Basis = "basis",
        Scenario = "scenario",
        Method = SharingMethod.Query,
    };

    private static ClientSystem Human(string id, string office) => new()
    {
        Id = id,
        Department = Department.Federation,
        Office = office,
        Kind = ClientKind.User,
        ScopeKind = RowScopeKind.Nothing,
    };
}
