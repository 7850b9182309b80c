using System.Collections.Frozen;
using Domain.Places;

namespace Domain.StatusChanges;

/// <summary>The community table, by code: it says which unit works where (domain.md 8.6, M10).</summary>
public sealed class KnownCommunities(IEnumerable<Community> communities)
{
    private readonly FrozenDictionary<string, Community> _byCode =
        communities.ToFrozenDictionary(community => community.Code, StringComparer.Ordinal);

    public Community? Find(string code) => _byCode.GetValueOrDefault(code);
}
