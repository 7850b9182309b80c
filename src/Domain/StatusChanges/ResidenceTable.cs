using Domain.Notices;

namespace Domain.StatusChanges;

/// <summary>What family, village and survey say of where a person lives: residence facts, and nothing else (domain.md 8.6, M7).</summary>
internal static class ResidenceTable
{
    public static Residence? Of(Residence? founding, IEnumerable<EvidenceFact> facts, string unit, KnownCommunities communities)
    {
        var now = founding;
        foreach (var fact in facts.Where(fact => fact.Notice is { Type: NoticeType.SocialReport, Reports: SocialReportKind.Move }))
        {
            if (now?.ObservedOn is { } seen && seen > fact.EffectiveOn)
            {
                // Somebody has looked since.
                continue;
            }

            var place = fact.Notice.ToCommunity is { } code ? communities.Find(code) : null;
            now = new(
                place is null ? now?.Address : place.TownName + place.Name,
                place?.Code ?? now?.CommunityCode,
                fact.EffectiveOn,
                fact.Client,
                place?.ManagementUnitCode == unit);
        }

        return now;
    }
}
