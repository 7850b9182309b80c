using Domain.Places;

namespace Domain.StatusChanges;

/// <summary>A move of the household registration, with the places looked up.</summary>
/// <param name="Fact">The evidence of it.</param>
/// <param name="Division">The division moved to: a county of ours, or any outside the city.</param>
/// <param name="Community">Null where it was not sent, is not known to us, or lies in another county.</param>
internal sealed record Move(EvidenceFact Fact, string Division, Community? Community)
{
    public bool IsInsideCity => Divisions.Counties.Any(county => county.Code == Division);

    /// <summary>The community table decides; without a community, the county's own unit, and review (M6, M10).</summary>
    public string ReceivingUnit => Community?.ManagementUnitCode ?? Division;

    public static Move Of(EvidenceFact fact, KnownCommunities communities)
    {
        var division = fact.Notice.ToDivision!;
        var community = fact.Notice.ToCommunity is { } code ? communities.Find(code) : null;
        return new(fact, division, community?.DivisionCode == division ? community : null);
    }
}
