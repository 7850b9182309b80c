using Domain.Shared;

namespace Domain.Access;

/// <summary>What a break-glass grant may and may not be (ADR 0019): it sets the ceiling aside, never what is not shared.</summary>
internal static class BreakGlassRules
{
    private const string Code = "GRANT_BREAK_GLASS";
    private const int LongestText = 500;

    private static readonly Purpose[] Purposes = [Purpose.Subsidy, Purpose.Assist, Purpose.Rehab, Purpose.Verify, Purpose.Survey];

    private static readonly RowScopeKind[] Scopes = [RowScopeKind.City, RowScopeKind.ManagementUnit, RowScopeKind.HukouDivision];

    public static IEnumerable<Finding> FaultsOf(GrantProposal proposal, GrantSetting setting) =>
        [.. OfEmergency(proposal, setting), .. OfReach(proposal, setting), .. OfItems(proposal)];

    private static IEnumerable<Finding> OfEmergency(GrantProposal proposal, GrantSetting setting)
    {
        var (reason, hours) = proposal.BreakGlass!;
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestText)
        {
            yield return GrantRules.Fault("GRANT_TEXT", "breakGlass.reason", $"Say it in 1 to {LongestText} characters.");
        }

        var most = Math.Min(setting.BreakGlassHours, BreakGlass.MostHours);
        if (hours < 1 || hours > most)
        {
            yield return GrantRules.Fault(Code, "breakGlass.hours", $"It holds for 1 to {most} hours from the second signature.");
        }

        if (Shanghai.MidnightOf(proposal.From) > setting.Now || proposal.Replaces is not null)
        {
            yield return GrantRules.Fault(Code, "from", "It begins with the second signature and takes nobody's place.");
        }

        if (proposal.Volume.PersonsPerDay is null)
        {
            yield return GrantRules.Fault(Code, "volume.personsPerDay", "Say of how many persons at most.");
        }
    }

    private static IEnumerable<Finding> OfReach(GrantProposal proposal, GrantSetting setting)
    {
        if (setting.Client is not { } client)
        {
            yield return GrantRules.Fault("GRANT_CLIENT_UNKNOWN", "client", "No client is registered under this name.");
        }
        else if (client.Kind != ClientKind.Application || client.Department == Department.Holder)
        {
            yield return GrantRules.Fault(Code, "client", "It is for a department's system, which answers for what it reads.");
        }

        if (!Purposes.Contains(proposal.Purpose))
        {
            yield return GrantRules.Fault(Code, "purpose", "It is for a purpose by which departments read.");
        }

        if (!Scopes.Contains(proposal.Scope.Kind) || !GrantRules.IsScope(proposal.Scope))
        {
            yield return GrantRules.Fault("GRANT_SCOPE_UNKNOWN", "scope", "There is no such county, division or unit.");
        }
    }

    private static IEnumerable<Finding> OfItems(GrantProposal proposal)
    {
        for (var i = 0; i < proposal.Items.Count; i++)
        {
            var isKept = CatalogueItem.Find(proposal.Items[i].Item) is { } item && proposal.Items[i].Level != DisclosureLevel.Denied &&
                CatalogueTerms.Of(item).Class == SharingClass.NotShared;
            if (isKept)
            {
                yield return GrantRules.Fault("GRANT_NOT_SHARED", $"items[{i}].item", "The catalogue does not share this item, in no emergency either.");
            }
        }
    }
}
