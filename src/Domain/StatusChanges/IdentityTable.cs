using Domain.Cases;
using Domain.Notices;
using Domain.Persons;

namespace Domain.StatusChanges;

/// <summary>What corrections of an identity make of it, in the order of their dates (domain.md 3.1).</summary>
internal static class IdentityTable
{
    /// <summary>The identity today and those before it, oldest first; null where the identity is not asked for.</summary>
    public static (Identity? Now, IReadOnlyList<FormerSelf> Former) Of(Identity? founding, IEnumerable<EvidenceFact> facts, List<Matter> matters)
    {
        var now = founding;
        List<FormerSelf> former = [];
        foreach (var fact in facts)
        {
            if (now is null || fact.Notice is not { Type: NoticeType.IdentityCorrected, Corrected: { } right } || now.With(right) is var next && next == now)
            {
                continue;
            }

            former.Add(new(now, fact.EffectiveOn));
            now = next;
            matters.AddRange(Doubts(next).Select(reason => new Matter(CaseKind.Review, reason, fact.Id)));
        }

        return (now, former);
    }

    /// <summary>A number speaks of birth date and sex; where the rest says otherwise, a human looks at it, and nothing is repaired.</summary>
    private static IEnumerable<string> Doubts(Identity identity)
    {
        if (!identity.BirthDate.AgreesWith(PartialDate.Of(identity.IdNumber.BirthDate)))
        {
            yield return MatterReasons.IdBirthMismatch;
        }

        if (identity.IdNumber.Sex != identity.Sex)
        {
            yield return MatterReasons.IdSexMismatch;
        }
    }
}
