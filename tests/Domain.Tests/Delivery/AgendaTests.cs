using System.Globalization;
using Domain.Access;
using Domain.Delivery;
using Domain.StatusChanges;

namespace Domain.Tests.Delivery;

/// <summary>What receivers are told by the clock alone: each turn of their rights once, and the last heartbeat.</summary>
public sealed class AgendaTests
{
    private static readonly DateTimeOffset Signed = At("2026-11-24T10:00");

    [Theory]
    [InlineData("2026-12-01T00:00", "2026-12-01T00:00", "")]
    [InlineData("2026-11-30T23:59", "2026-11-30T23:59", "")]
    [InlineData("2026-11-30T23:59", "2026-12-01T00:00", "GrantChanged Heartbeat")]
    [InlineData("2026-12-01T00:00", "2026-12-09T12:00", "Heartbeat")]
    [InlineData("2026-12-09T12:00", "2026-12-10T00:01", "GrantChanged Heartbeat")]
    [InlineData("2026-11-24T12:00", "2026-12-24T12:00", "GrantChanged GrantChanged Heartbeat")]
    [InlineData("2026-12-24T12:00", "2026-11-24T12:00", "")]
    public void A_grant_that_begins_and_ends_at_midnight_is_told_of_at_each(string after, string now, string told)
    {
        var due = Agenda.Between([Active("2026-12-01", "2026-12-10")], At(after), At(now));

        Assert.Equal(told, string.Join(' ', due.Select(item => item.Type)));
    }

    [Fact]
    public void What_a_second_signature_brought_into_force_was_told_by_it() =>
        Assert.Equal([At("2027-06-01T00:00")], Active("2026-11-01", "2027-06-01").Turns);

    [Fact]
    public void Of_two_grants_that_take_turns_at_one_midnight_the_receiver_hears_once()
    {
        var old = Active("2026-11-01", "2027-06-01");
        old.GiveWay(new DateOnly(2026, 12, 1), "replaced");

        var due = Agenda.Between([old, Active("2026-12-01", null)], At("2026-11-30T12:00"), At("2026-12-01T12:00"));

        Assert.Equal([StatusChangeType.GrantChanged, StatusChangeType.Heartbeat], due.Select(item => item.Type));
    }

    [Fact]
    public void An_end_that_somebody_ordered_is_not_told_again_when_the_term_is_over()
    {
        var grant = Active("2026-12-01", "2026-12-10");
        grant.End(GrantState.Revoked, "why", "access-admin-1", At("2026-12-05T09:00"));

        Assert.Equal([At("2026-12-01T00:00")], grant.Turns);
    }

    [Fact]
    public void A_grant_that_was_taken_back_before_it_began_turns_nothing()
    {
        var grant = Active("2026-12-01", "2026-12-10");
        grant.End(GrantState.Revoked, "why", "access-admin-1", At("2026-11-25T09:00"));

        Assert.Empty(grant.Turns);
    }

    [Fact]
    public void An_emergency_ends_by_its_hours()
    {
        var grant = Draft("2026-11-24", "2026-12-24") with { BreakGlass = new BreakGlass("flood", 2) };

        Assert.Equal([Signed.AddHours(2)], SignedBy(grant.Draft(Guid.CreateVersion7())).Turns);
    }

    [Theory]
    [InlineData("2026-11-30T12:00", "2026-12-01T00:00")]
    [InlineData("2026-12-01T00:00", "2026-12-01T05:00")]
    [InlineData("2026-12-01T06:00", "2026-12-02T00:00")]
    public void The_next_thing_is_due_at_a_turn_or_at_midnight(string now, string next)
    {
        var emergency = Draft("2026-11-24", "2026-12-24") with { BreakGlass = new BreakGlass("flood", 5) };
        var grant = emergency.Draft(Guid.CreateVersion7());
        SignedBy(grant, At("2026-12-01T00:00"));

        Assert.Equal(At(next), Agenda.Next([grant], At(now)));
    }

    private static Grant Active(string from, string? to) => SignedBy(Draft(from, to ?? "9999-12-31").Draft(Guid.CreateVersion7()));

    private static GrantProposal Draft(string from, string to) => new()
    {
        Client = "health",
        Purpose = Purpose.Rehab,
        Scope = RowScope.City,
        From = Day(from),
        To = Day(to),
        Basis = "basis",
        Scenario = "scenario",
    };

    private static Grant SignedBy(Grant grant, DateTimeOffset? at = null)
    {
        Assert.Null(grant.Sign(Human("a", "1"), GrantDigest.Of(grant), at ?? Signed));
        Assert.Null(grant.Sign(Human("b", "2"), GrantDigest.Of(grant), at ?? Signed));
        return grant;
    }

    private static ClientSystem Human(string id, string office) => new()
    {
        Id = id,
        Department = Department.Federation,
        Office = office,
        Kind = ClientKind.User,
        ScopeKind = RowScopeKind.Nothing,
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text + ":00+08:00", CultureInfo.InvariantCulture);
}
