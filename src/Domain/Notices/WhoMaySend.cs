using Domain.Access;

namespace Domain.Notices;

/// <summary>Which department is a source of which fact (api.md 3, domain.md 6). A table; nothing else decides it.</summary>
public static class WhoMaySend
{
    private static readonly Dictionary<Department, NoticeType[]> Types = new()
    {
        [Department.PublicSecurity] =
        [
            NoticeType.HukouCancelled, NoticeType.HukouMoved, NoticeType.IdentityCorrected,
            NoticeType.CourtDeclaredDead, NoticeType.CourtDeclarationRevoked,
        ],
        [Department.Court] = [NoticeType.CourtDeclaredDead, NoticeType.CourtDeclarationRevoked],
        [Department.Health] = [NoticeType.DeathCertificate],
        [Department.CivilAffairs] = [NoticeType.Cremation],
        [Department.Federation] = [NoticeType.SocialReport],
        [Department.Holder] = [],
    };

    public static bool May(Department sender, NoticeType type) => Types[sender].Contains(type);
}
