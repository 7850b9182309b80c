using Domain.Notices;
using Domain.Persons;

namespace Domain.Matching;

/// <summary>The matching rules of domain.md 8.2: pure, and the same whatever the order of the candidates.</summary>
public static class Matcher
{
    /// <param name="subject">Whom the notice names.</param>
    /// <param name="candidates">Every holder that a blind index found: by current or former ID number, or by the weak key.</param>
    public static Match Match(NoticeSubject subject, IReadOnlyCollection<Candidate> candidates) =>
        subject.IdNumber is { } number
            ? ByIdNumber(subject, number, candidates)
            : ByWeakKey(subject, candidates);

    // An ID number that is no holder's names somebody else, however alike the rest is: the weak key is not asked then.
    private static Match ByIdNumber(NoticeSubject subject, IdNumber number, IReadOnlyCollection<Candidate> candidates)
    {
        Candidate[] holders = [.. candidates.Where(holder => Bears(holder, number))];
        return PersonsOf(holders) switch
        {
            [] => Matching.Match.None,
            [var only] => holders.Select(holder => Differences(subject, number, holder)).MinBy(found => found.Count) is { Count: > 0 } differences
                ? Matching.Match.IdOnly(only, differences)
                : Matching.Match.Exact(only),
            var several => Matching.Match.Ambiguous(several, []),
        };
    }

    private static Match ByWeakKey(NoticeSubject subject, IReadOnlyCollection<Candidate> candidates)
    {
        if (subject is not { Name: { } name, BirthDate: { } birthDate, HukouCommunity: { } community })
        {
            return Matching.Match.None;
        }

        var folded = PersonName.Fold(name);
        Candidate[] alike =
        [
            .. candidates.Where(holder =>
                holder.FoldedName == folded && holder.BirthDate == birthDate && holder.HukouCommunityCode == community),
        ];
        return PersonsOf(alike) switch
        {
            [] => Matching.Match.None,
            [var only] => Matching.Match.Weak(only),
            var several => Matching.Match.Ambiguous(several, [MatchReasons.NoIdNumber]),
        };
    }

    // A human who was registered twice is a candidate under each of the two registrations, and is one person.
    private static PersonId[] PersonsOf(IEnumerable<Candidate> candidates) => [.. candidates.Select(candidate => candidate.Id).Distinct()];

    private static bool Bears(Candidate holder, IdNumber number) =>
        holder.IdNumber == number || holder.Former.Any(former => former.IdNumber == number);

    private static List<string> Differences(NoticeSubject subject, IdNumber number, Candidate holder)
    {
        List<string> differences = [];
        if (holder.IdNumber != number)
        {
            // A corrected number may since have gone to somebody else (重号), so it is never proof enough.
            differences.Add(MatchReasons.IdNumberFormer);
        }

        if (NameDifference(subject, holder) is { } nameDifference)
        {
            differences.Add(nameDifference);
        }

        if (subject.BirthDate is { } birthDate && !birthDate.AgreesWith(holder.BirthDate))
        {
            differences.Add(MatchReasons.BirthDateDiffers);
        }

        if (subject.Sex is { } sex && sex != holder.Sex)
        {
            differences.Add(MatchReasons.SexDiffers);
        }

        return differences;
    }

    private static string? NameDifference(NoticeSubject subject, Candidate holder)
    {
        if (subject.Name is not { } name)
        {
            return MatchReasons.NameNotSent;
        }

        var folded = PersonName.Fold(name);
        return folded == holder.FoldedName ? null
            : holder.Former.Any(former => former.FoldedName == folded) ? MatchReasons.NameFormer
            : MatchReasons.NameDiffers;
    }
}
