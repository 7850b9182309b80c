using Domain.Persons;
using Domain.StatusChanges;

namespace Domain.Tests.StatusChanges;

/// <summary>Who was registered twice lives on in one of the two, as long as that is the last word (ADR 0020).</summary>
public sealed class MergerTests
{
    private static readonly PersonId Kept = new(new Guid(7, 0, 0, new byte[8]));

    [Fact]
    public void The_last_word_of_the_signers_decides_whatever_the_order_in_which_it_is_read()
    {
        DecisionFact[] words = [Word(DecisionEffect.PersonsMerged, 2), Word(DecisionEffect.PersonsSplit, 3), Word(DecisionEffect.PersonsMerged, 4)];

        Assert.Equal(Kept, AFact.Folded([], words).State.MergedIntoId);
        Assert.Equal(Kept, AFact.Folded([], words.Reverse()).State.MergedIntoId);
        Assert.Equal(AFact.Founding, AFact.Folded([], words.Take(2)).State);
    }

    [Fact]
    public void Who_lives_on_in_another_has_no_certificate_and_asks_nobody_anything()
    {
        var folded = AFact.Folded([AFact.Moved(1, "2026-06-01", "530128")], [Word(DecisionEffect.PersonsMerged, 2)]);

        Assert.Equal(
            (CertificateStatus.Cancelled, CertificateStatusReason.Duplicate, "530102"),
            (folded.State.CertificateStatus, folded.State.CertificateStatusReason, folded.State.ManagementUnitCode));
        Assert.Empty(folded.Matters);
        Assert.Null(folded.Transfer);
    }

    [Fact]
    public void The_one_who_is_kept_was_the_other_one_before()
    {
        var other = new FormerSelf(AFact.Founding.Identity! with { Name = "阿衣" }, new(2026, 6, 1));

        var folded = Fold.Of(new(AFact.Founding, [], [], AFact.ValidUntil) { Absorbed = [other] }, AFact.Communities, AFact.Received);

        Assert.Equal([other], folded.Former);
        Assert.Equal(AFact.Founding, folded.State);
    }

    private static DecisionFact Word(DecisionEffect effect, long position) => new(effect, position, AFact.Received, Other: Kept);
}
