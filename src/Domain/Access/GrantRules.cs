using Domain.Places;
using Domain.Shared;

namespace Domain.Access;

/// <summary>What a proposed grant is judged against.</summary>
/// <param name="Client">The client that it names; null where none is registered under the name.</param>
/// <param name="Matrix">The ceiling.</param>
/// <param name="Others">Grants of the same client and purpose, without the proposed one.</param>
/// <param name="Now">The instant of judgement.</param>
/// <param name="BreakGlassHours">For how long a break-glass grant may hold at most.</param>
public sealed record GrantSetting(
    ClientSystem? Client, SharingMatrix Matrix, IReadOnlyList<Grant> Others, DateTimeOffset Now, int BreakGlassHours);

/// <summary>Judges a proposed grant and names all its faults at once: with any of them, nothing is stored.</summary>
public static class GrantRules
{
    private const int LongestText = 500;

    public static IReadOnlyList<Finding> FaultsOf(GrantProposal proposal, GrantSetting setting) =>
    [
        .. OfTexts(proposal),
        .. OfTime(proposal, setting),
        .. OfVolume(proposal),
        .. proposal.BreakGlass is null ? OfClient(proposal, setting) : BreakGlassRules.FaultsOf(proposal, setting),
        .. OfItems(proposal),
        .. OfLevels(proposal, setting),
        .. OfOverlaps(proposal, setting),
    ];

    /// <summary>Faults that lie in the items alone: unknown or named twice.</summary>
    public static IEnumerable<Finding> OfItems(GrantProposal proposal)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < proposal.Items.Count; i++)
        {
            var key = proposal.Items[i].Item;
            if (CatalogueItem.Find(key) is null)
            {
                yield return Fault("GRANT_ITEM_UNKNOWN", $"items[{i}].item", "The catalogue has no such item.");
            }
            else if (!seen.Add(key))
            {
                yield return Fault("GRANT_ITEM_REPEATED", $"items[{i}].item", $"The item {key} is named twice.");
            }
        }
    }

    private static IEnumerable<Finding> OfTexts(GrantProposal proposal)
    {
        foreach (var (field, text) in new[] { ("basis", proposal.Basis), ("scenario", proposal.Scenario) })
        {
            if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
            {
                yield return Fault("GRANT_TEXT", field, $"Say it in 1 to {LongestText} characters.");
            }
        }
    }

    private static IEnumerable<Finding> OfVolume(GrantProposal proposal)
    {
        if (proposal.Volume.PersonsPerDay < 1)
        {
            yield return Fault("GRANT_VOLUME", "volume.personsPerDay", "State at least one person a day, or leave the limit out.");
        }
    }

    private static IEnumerable<Finding> OfTime(GrantProposal proposal, GrantSetting setting)
    {
        if (proposal.To <= proposal.From)
        {
            yield return Fault("GRANT_ENDS_BEFORE_START", "to", "The day on which it no longer holds must lie after the first one.");
        }
        else if (Shanghai.MidnightOf(proposal.To) <= setting.Now)
        {
            yield return Fault("GRANT_ENDED", "to", "It would have ended already.");
        }
    }

    private static IEnumerable<Finding> OfClient(GrantProposal proposal, GrantSetting setting)
    {
        if (setting.Client is not { } client)
        {
            yield return Fault("GRANT_CLIENT_UNKNOWN", "client", "No client is registered under this name.");
            yield break;
        }

        // The auditor sees who read, never what was read: AUDIT has no column.
        if (proposal.Purpose != Purpose.Audit && !Ceiling.Opens(client, proposal.Purpose, setting.Matrix))
        {
            yield return Fault("GRANT_PURPOSE_CLOSED", "purpose", "The catalogue gives this client nothing for this purpose.");
        }

        if (!IsScope(proposal.Scope))
        {
            yield return Fault("GRANT_SCOPE_UNKNOWN", "scope", "There is no such county, division or unit.");
        }
        else if (proposal.Purpose == Purpose.LifeSync || proposal.Scope.Kind == RowScopeKind.OwnNotices)
        {
            // Reconciliation, and nothing but it: the department sees again whom it reported itself (domain 7).
            if (proposal.Purpose != Purpose.LifeSync || proposal.Scope.Kind != RowScopeKind.OwnNotices)
            {
                yield return Fault(
                    "GRANT_SCOPE_PURPOSE", "scope", "A grant to read for LIFE_SYNC reaches OWN_NOTICES, and no other grant does.");
            }
        }
        else if (!Ceiling.Covers(new RowScope(client.ScopeKind, client.ScopeCode), proposal.Scope))
        {
            yield return Fault("GRANT_SCOPE_WIDENS", "scope", "It reaches more persons than the client is registered for.");
        }
    }

    internal static bool IsScope(RowScope scope) => scope.Kind switch
    {
        RowScopeKind.HukouDivision => scope.Code is { } code && Divisions.NameOf(code) is not null,
        RowScopeKind.ManagementUnit => scope.Code is { } code && ManagementUnits.NameOf(code) is not null,
        RowScopeKind.Self => scope.Code is not null,
        _ => scope.Code is null,
    };

    private static IEnumerable<Finding> OfLevels(GrantProposal proposal, GrantSetting setting)
    {
        if (setting.Client is not { } client)
        {
            yield break;
        }

        var ceiling = Ceiling.Of(client, proposal.Purpose, setting.Matrix);
        var levels = new DisclosureLevel[CatalogueItem.All.Count];
        Array.Fill(levels, DisclosureLevel.Denied);
        for (var i = 0; i < proposal.Items.Count; i++)
        {
            if (CatalogueItem.Find(proposal.Items[i].Item) is not { } item)
            {
                continue;
            }

            levels[item.Ordinal] = proposal.Items[i].Level;
            if (proposal.BreakGlass is null && proposal.Items[i].Level < ceiling[item.Ordinal])
            {
                yield return Fault(
                    "GRANT_WIDENS",
                    $"items[{i}].level",
                    $"The catalogue gives {item} at most at {ApiName.Of(ceiling[item.Ordinal])} for this department and purpose.");
            }
        }

        foreach (var (composite, part) in setting.Matrix.Catalogue.TooOpen(levels))
        {
            yield return Fault("GRANT_COMPOSITE", "items", $"{composite} would be more open than {part}, which can be read off it.");
        }
    }

    private static IEnumerable<Finding> OfOverlaps(GrantProposal proposal, GrantSetting setting)
    {
        var replaced = setting.Others.FirstOrDefault(other => other.Id == proposal.Replaces);
        if (proposal.Replaces is not null && replaced?.StateAt(setting.Now) is not (GrantState.Active or GrantState.Suspended))
        {
            yield return Fault("GRANT_REPLACES_UNKNOWN", "replaces", "It is no grant in force of this client and purpose.");
        }

        foreach (var other in setting.Others)
        {
            // A break-glass grant stands over the ordinary one for its hours: one of them decides at any instant (ADR 0019).
            var overlaps = other.StateAt(setting.Now) == GrantState.Active && other != replaced &&
                other.BreakGlass is null == proposal.BreakGlass is null && proposal.From < (other.HoldsUntil ?? DateOnly.MaxValue) && other.From < proposal.To;
            if (overlaps)
            {
                yield return Fault(
                    "GRANT_OVERLAPS", "replaces", $"It overlaps with grant_{other.Id:N}: name that one as replaced, or choose another time.");
            }
        }
    }

    internal static Finding Fault(string code, string field, string message) => new(code, Severity.Error, field, message);
}
