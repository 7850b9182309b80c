using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.StatusChanges;

namespace Domain.Tests.StatusChanges;

/// <summary>The rows of domain.md 8.3, each with its state and with what receivers are told (api.md 4).</summary>
public sealed class DeathTableTests
{
    private const string Alive = "ALIVE ACTIVE";
    private const string Reported = "DEATH_REPORTED FROZEN";
    private const string Dead = "DECEASED CANCELLED";
    private const string Declared = "DECLARED_DEAD CANCELLED";

    private static readonly Dictionary<string, EvidenceFact[]> Histories = new(StringComparer.Ordinal)
    {
        ["D1"] = [AFact.HukouDeath(1, "2026-06-20")],
        ["D1 by the year"] = [AFact.HukouDeath(1, "2026")],
        ["D2"] = [AFact.DeathCertificate(1, "2026-06-20")],
        ["D3"] = [AFact.Cremation(1, "2026-06-22")],
        ["D4"] = [AFact.DeathCertificate(1, "2026-06-20"), AFact.Cremation(2, "2026-06-30")],
        ["D4 the other way round"] = [AFact.Cremation(1, "2026-06-22"), AFact.DeathCertificate(2, "2026-06-20")],
        ["D5"] = [AFact.DeclaredDead(1, "2026-05-01")],
        ["D5 before D4"] = [AFact.DeclaredDead(1, "2026-05-01"), AFact.DeathCertificate(2, "2026-06-20"), AFact.Cremation(3, "2026-06-22")],
        ["D5 revoked"] = [AFact.DeclaredDead(1, "2026-05-01"), AFact.DeclarationRevoked(2, "2026-06-01")],
        ["D5 after a revocation"] = [AFact.DeclarationRevoked(1, "2026-04-01"), AFact.DeclaredDead(2, "2026-05-01")],
        ["D1 before D5"] = [AFact.DeclaredDead(1, "2026-05-01"), AFact.HukouDeath(2, "2026-06-20")],
        ["D7"] = [AFact.HukouCancelled(1, "2026-06-20", HukouReason.SettledAbroad)],
        ["D7 for a declaration"] = [AFact.HukouCancelled(1, "2026-06-20", HukouReason.DeclaredDead)],
        ["D7 without a reason"] = [AFact.HukouCancelled(1, "2026-06-20", null)],
        ["D8 for a later sign of life"] = [AFact.DeathCertificate(1, "2026-06-20"), AFact.IdentityCorrected(2, "2026-06-25")],
        ["D8 too far apart"] = [AFact.DeathCertificate(1, "2026-06-10"), AFact.Cremation(2, "2026-06-21")],
        ["D8 cremated first"] = [AFact.DeathCertificate(1, "2026-06-22"), AFact.Cremation(2, "2026-06-20")],
        ["D8 not surely one death"] = [AFact.DeathCertificate(1, "2026-06"), AFact.Cremation(2, "2026-06-20")],
        ["a sign of life before"] = [AFact.IdentityCorrected(1, "2026-06-01"), AFact.DeathCertificate(2, "2026-06-20")],
    };

    [Theory]
    [InlineData("D1", Dead, "REGISTERED→CANCELLED_DEATH", "", "DEATH_CONFIRMED CERTIFICATE_CANCELLED")]
    [InlineData("D1 by the year", Dead, "REGISTERED→CANCELLED_DEATH", "", "DEATH_CONFIRMED CERTIFICATE_CANCELLED")]
    [InlineData("D2", Reported, "", "DEATH_REPORTED", "DEATH_REPORTED CERTIFICATE_FROZEN")]
    [InlineData("D3", Reported, "", "DEATH_REPORTED", "DEATH_REPORTED CERTIFICATE_FROZEN")]
    [InlineData("D4", Dead, "", "", "DEATH_CONFIRMED CERTIFICATE_CANCELLED")]
    [InlineData("D4 the other way round", Dead, "", "", "DEATH_CONFIRMED CERTIFICATE_CANCELLED")]
    [InlineData("D5", Declared, "", "", "DEATH_DECLARED CERTIFICATE_CANCELLED")]
    [InlineData("D5 before D4", Declared, "", "", "DEATH_DECLARED CERTIFICATE_CANCELLED")]
    [InlineData("D5 revoked", Alive, "", "", "")]
    [InlineData("D5 after a revocation", Declared, "", "", "DEATH_DECLARED CERTIFICATE_CANCELLED")]
    [InlineData("D1 before D5", Dead, "REGISTERED→CANCELLED_DEATH", "", "DEATH_CONFIRMED CERTIFICATE_CANCELLED")]
    [InlineData("D7", Alive, "REGISTERED→CANCELLED_OTHER", "HUKOU_REASON_NOT_DEATH", "")]
    [InlineData("D7 for a declaration", Alive, "REGISTERED→CANCELLED_OTHER", "HUKOU_REASON_NOT_DEATH", "")]
    [InlineData("D7 without a reason", Alive, "REGISTERED→UNKNOWN", "HUKOU_REASON_MISSING", "")]
    [InlineData("D8 for a later sign of life", Reported, "", "SIGN_OF_LIFE_AFTER_DEATH", "DEATH_REPORTED CERTIFICATE_FROZEN")]
    [InlineData("D8 too far apart", Reported, "", "DEATH_REPORTS_DISAGREE", "DEATH_REPORTED CERTIFICATE_FROZEN")]
    [InlineData("D8 cremated first", Reported, "", "DEATH_REPORTS_DISAGREE", "DEATH_REPORTED CERTIFICATE_FROZEN")]
    [InlineData("D8 not surely one death", Reported, "", "DEATH_REPORTS_DISAGREE", "DEATH_REPORTED CERTIFICATE_FROZEN")]
    [InlineData("a sign of life before", Reported, "", "DEATH_REPORTED", "DEATH_REPORTED CERTIFICATE_FROZEN")]
    public void Each_row_has_its_state_its_matters_and_its_changes(string row, string state, string hukou, string matters, string told)
    {
        var facts = Histories[row];

        var folded = AFact.Folded(facts);

        Assert.Equal(state, $"{Name(folded.State.LifeStatus)} {Name(folded.State.CertificateStatus)}");
        Assert.Equal(hukou.Split('→') is [_, var to] ? to : "REGISTERED", Name(folded.State.HukouStatus));
        Assert.Equal(matters, string.Join(' ', folded.Matters.Select(matter => matter.Reason)));
        Assert.Equal(told, string.Join(' ', AFact.Told(AFact.Folded(), folded, new(AFact.Received, facts[^1]))));
    }

    [Fact]
    public void A_year_only_death_cancels_from_the_day_received_and_stays_a_year()
    {
        var death = AFact.HukouDeath(1, "2026");
        var folded = AFact.Folded(death);

        var changes = Facts.Between(AFact.Folded(), folded, new(AFact.Received, death));

        Assert.Equal(["2026", "2026-07-01"], changes.Select(change => change.OccurredOn?.Text));
        Assert.Equal("2026", folded.State.DeathDate?.Text);
    }

    [Theory]
    [InlineData("D2", "D1", "DEATH_CONFIRMED CERTIFICATE_CANCELLED")]
    [InlineData("D2", "D4", "DEATH_CONFIRMED CERTIFICATE_CANCELLED")]
    [InlineData("D5", "D1 before D5", "DEATH_CORRECTED")]
    [InlineData("D1", "D2", "DEATH_REVERSED CERTIFICATE_REINSTATED DEATH_REPORTED CERTIFICATE_FROZEN")]
    [InlineData("D4", "D3", "DEATH_REVERSED CERTIFICATE_REINSTATED DEATH_REPORTED CERTIFICATE_FROZEN")]
    [InlineData("D1", "D5 revoked", "DEATH_REVERSED CERTIFICATE_REINSTATED")]
    [InlineData("D2", "D5 revoked", "DEATH_REVERSED CERTIFICATE_UNFROZEN")]
    [InlineData("D1", "D1 by the year", "DEATH_CORRECTED")]
    [InlineData("D2", "D8 too far apart", "DEATH_CORRECTED")]
    public void From_one_row_to_another_receivers_are_told_the_difference(string before, string after, string told) => Assert.Equal(
        told,
        string.Join(' ', AFact.Told(AFact.Folded(Histories[before]), AFact.Folded(Histories[after]), new(AFact.Received))));

    [Fact]
    public void A_reviewer_confirms_what_was_reported_before_and_nothing_later()
    {
        var confirmed = new DecisionFact(DecisionEffect.DeathConfirmed, 2, AFact.Received);

        Assert.Equal(LifeStatus.Deceased, AFact.Folded([AFact.DeathCertificate(1, "2026-06-20")], [confirmed]).State.LifeStatus);
        Assert.Equal(LifeStatus.DeathReported, AFact.Folded([AFact.DeathCertificate(3, "2026-06-20")], [confirmed]).State.LifeStatus);
        Assert.Equal(LifeStatus.Alive, AFact.Folded([], [confirmed]).State.LifeStatus);
    }

    [Fact]
    public void Two_signers_take_back_reports_and_registrations_but_no_declaration()
    {
        var reversed = new DecisionFact(DecisionEffect.DeathReversed, 9, AFact.Received);

        Assert.Equal(AFact.Founding, AFact.Folded([AFact.HukouDeath(1, "2026-06-20"), AFact.Cremation(2, "2026-06-21")], [reversed]).State);
        Assert.Equal(LifeStatus.DeclaredDead, AFact.Folded([AFact.DeclaredDead(1, "2026-05-01")], [reversed]).State.LifeStatus);
        Assert.Equal(LifeStatus.Deceased, AFact.Folded([AFact.HukouDeath(10, "2026-06-20")], [reversed]).State.LifeStatus);
    }

    [Fact]
    public void A_certificate_that_ran_out_meanwhile_comes_back_expired() => Assert.Equal(
        CertificateStatus.Expired,
        AFact.Folded([AFact.HukouDeath(1, "2026-06-20")], [new(DecisionEffect.DeathReversed, 9, AFact.Received)], "2031-01-01")
            .State.CertificateStatus);

    [Fact]
    public void Time_alone_never_confirms_a_report() => Assert.Equal(
        LifeStatus.DeathReported,
        AFact.Folded([AFact.DeathCertificate(1, "2026-06-20")], [], "2036-01-01").State.LifeStatus);

    [Theory]
    [InlineData("2026-06-20", "530199201504012374", "HOLDER_UNDER_16")]
    [InlineData("2026-06-20", "530115190106150263", "HOLDER_OVER_110")]
    [InlineData("2025-06-30", "530199197602290010", "DEATH_OVER_A_YEAR_AGO")]
    [InlineData("2025-07-01", "530199197602290010", "")]
    public void An_odd_death_is_applied_and_looked_at(string on, string number, string matters)
    {
        var fact = AFact.HukouDeath(1, on);
        var death = fact with { Notice = fact.Notice with { Subject = new() { IdNumber = IdNumber.FromStore(number) } } };

        var folded = AFact.Folded(death);

        Assert.Equal(LifeStatus.Deceased, folded.State.LifeStatus);
        Assert.Equal(matters, string.Join(' ', folded.Matters.Select(matter => matter.Reason)));
        Assert.All(folded.Matters, matter => Assert.Equal(CaseKind.Review, matter.Kind));
    }

    private static string Name(Enum code) => Domain.Shared.ApiName.Of(code);
}
