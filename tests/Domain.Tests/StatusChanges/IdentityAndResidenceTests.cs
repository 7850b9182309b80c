using Domain.Notices;
using Domain.Persons;
using Domain.StatusChanges;

namespace Domain.Tests.StatusChanges;

/// <summary>Corrected identities, observed residences and visits, as the fold takes them.</summary>
public sealed class IdentityAndResidenceTests
{
    private static readonly IdNumber Right = IdNumber.Compose("530199", new DateOnly(1976, 2, 28), 1);

    [Fact]
    public void A_correction_replaces_what_it_states_and_keeps_what_was_before()
    {
        var folded = AFact.Folded(Corrected(1, "2026-06-01", new() { IdNumber = Right, BirthDate = PartialDate.FromStore("1976-02-28") }));

        Assert.Equal((Right, "阿依"), (folded.State.Identity!.IdNumber, folded.State.Identity.Name));
        Assert.Equal((AFact.Founding.Identity, AFact.Day("2026-06-01")), (folded.Former[0].Identity, folded.Former[0].ValidUntil));
        Assert.Empty(folded.Matters);
    }

    [Fact]
    public void Corrections_count_by_their_dates_and_the_same_fact_twice_is_one_change()
    {
        var folded = AFact.Folded(
            Corrected(1, "2026-06-10", new() { Name = "阿依古丽" }),
            Corrected(2, "2026-06-01", new() { Name = "阿衣" }),
            Corrected(3, "2026-06-11", new() { Name = "阿依古丽" }));

        Assert.Equal("阿依古丽", folded.State.Identity!.Name);
        Assert.Equal(["阿依", "阿衣"], folded.Former.Select(former => former.Identity.Name));
    }

    [Fact]
    public void A_number_that_speaks_of_another_birth_date_or_sex_is_looked_at_and_never_repaired()
    {
        var female = IdNumber.Compose("530199", new DateOnly(1976, 2, 28), 2);

        var folded = AFact.Folded(Corrected(1, "2026-06-01", new() { IdNumber = female }));

        Assert.Equal(["ID_BIRTH_MISMATCH", "ID_SEX_MISMATCH"], folded.Matters.Select(matter => matter.Reason));
        Assert.Equal((female, Sex.Male), (folded.State.Identity!.IdNumber, folded.State.Identity.Sex));
    }

    [Fact]
    public void Receivers_hear_that_it_changed_and_that_it_was_taken_back()
    {
        var correction = AFact.Renamed(1, "2026-06-01");
        var corrected = AFact.Folded(correction);

        var told = Facts.Between(AFact.Folded(), corrected, new(AFact.Received, correction)).Single();
        var back = Facts.Between(corrected, AFact.Folded(), new(AFact.Received, correction) { IsUndoing = true }).Single();

        Assert.Equal((StatusChangeType.IdentityCorrected, "2026-06-01", ChangeLink.None), (told.Type, told.OccurredOn?.Text, told.Link));
        Assert.Equal((StatusChangeType.IdentityCorrected, ChangeLink.ReversesIdentity), (back.Type, back.Link));
    }

    [Theory]
    [InlineData("530128001001", "530128001001", false)]
    [InlineData("530102002001", "530102002001", true)]
    [InlineData(null, null, false)]
    [InlineData("999999999999", null, false)]
    public void M7_says_where_somebody_lives_and_touches_nothing_else(string? community, string? place, bool isHere)
    {
        var moved = AFact.SaysMoved(1, "2026-06-01", community);

        var folded = AFact.Folded(moved);

        Assert.Equal((place, AFact.Day("2026-06-01"), isHere), (folded.State.Residence!.CommunityCode, folded.State.Residence.ObservedOn!.Value, folded.State.Residence.IsHere));
        Assert.Equal(AFact.Founding, folded.State with { Residence = null });
        Assert.Empty(AFact.Told(AFact.Folded(), folded, new(AFact.Received, moved)));
        Assert.Empty(folded.Matters);
    }

    [Fact]
    public void M7_without_a_place_keeps_the_last_one_known_and_an_older_word_changes_nothing()
    {
        var founding = AFact.Founding with { Residence = new("五华区某街 1 号", "530102001001", new DateOnly(2026, 3, 1), "survey", true) };

        var left = AFact.Folded([AFact.SaysMoved(1, "2026-06-01")], [], founding: founding).State.Residence;
        var older = AFact.Folded([AFact.SaysMoved(1, "2026-02-01")], [], founding: founding).State.Residence;

        Assert.Equal(("五华区某街 1 号", "530102001001", false), (left!.Address, left.CommunityCode, left.IsHere));
        Assert.Equal(founding.Residence, older);
    }

    [Theory]
    [InlineData("2026-06-21", "D2", "SIGN_OF_LIFE_AFTER_DEATH VISIT_AFTER_DEATH")]
    [InlineData("2026-06-20", "D2", "DEATH_REPORTED")]
    [InlineData("2026-06-21", "D1", "VISIT_AFTER_DEATH")]
    public void D8_a_visit_dated_after_the_death_is_a_sign_of_life_and_never_blocks_a_registered_death(string visit, string row, string matters)
    {
        var death = row == "D1" ? AFact.HukouDeath(1, "2026-06-20") : AFact.DeathCertificate(1, "2026-06-20");

        var folded = Fold.Of(
            new Dossier(AFact.Founding, [death], [], AFact.ValidUntil) { Visits = [AFact.Day(visit)] }, AFact.Communities, AFact.Received);

        Assert.Equal(row == "D1" ? LifeStatus.Deceased : LifeStatus.DeathReported, folded.State.LifeStatus);
        Assert.Equal(matters, string.Join(' ', folded.Matters.Select(matter => matter.Reason)));
    }

    private static EvidenceFact Corrected(long position, string on, NoticeSubject right)
    {
        var fact = AFact.IdentityCorrected(position, on);
        return fact with { Notice = fact.Notice with { Corrected = right } };
    }
}
