using Domain.Access;

namespace Domain.Notices;

/// <summary>Whose word comes first where two facts carry the same date (domain.md 8.7): the lower number.</summary>
public static class SourceRank
{
    private static readonly Dictionary<Department, int> Ranks = new()
    {
        [Department.PublicSecurity] = 0,
        [Department.Court] = 1,
        [Department.Health] = 2,
        [Department.CivilAffairs] = 2,
        [Department.Federation] = 3,
        [Department.Holder] = 4,
    };

    public static int Of(Department source) => Ranks[source];
}
