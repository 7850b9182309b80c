using Domain.Persons;
using Domain.Shared;

namespace Domain.Register;

/// <summary>The words that county offices write for a code (domain 5), beside the code's own name.</summary>
internal static class RegisterWords
{
    public static readonly IReadOnlyDictionary<string, Sex> Sexes = Words<Sex>(("男", Sex.Male), ("女", Sex.Female));

    public static readonly IReadOnlyDictionary<string, DisabilityCategory> Categories = Words<DisabilityCategory>(
    [
        .. new[] { "视力", "听力", "言语", "肢体", "智力", "精神", "多重" }.SelectMany((word, i) => new[]
        {
            (word, (DisabilityCategory)(i + 1)),
            (word + "残疾", (DisabilityCategory)(i + 1)),
            ($"{i + 1}", (DisabilityCategory)(i + 1)),
        }),
    ]);

    public static readonly IReadOnlyDictionary<string, int> Levels = new[] { "一级", "二级", "三级", "四级" }
        .SelectMany((word, i) => new[] { (word, i + 1), ($"{i + 1}", i + 1), ($"{i + 1}级", i + 1) })
        .ToDictionary(level => level.Item1, level => level.Item2, StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, LifeStatus> Lives = Words<LifeStatus>(
        ("正常", LifeStatus.Alive), ("健在", LifeStatus.Alive), ("死亡", LifeStatus.Deceased), ("宣告死亡", LifeStatus.DeclaredDead));

    public static readonly IReadOnlyDictionary<string, HukouStatus> Hukous = Words<HukouStatus>(
        ("正常", HukouStatus.Registered), ("死亡注销", HukouStatus.CancelledDeath), ("其他注销", HukouStatus.CancelledOther),
        ("迁出本市", HukouStatus.MovedOutCity), ("不详", HukouStatus.Unknown));

    public static readonly IReadOnlyDictionary<string, CertificateStatus> Certificates = Words<CertificateStatus>(
        ("正常", CertificateStatus.Active), ("到期", CertificateStatus.Expired), ("挂失", CertificateStatus.Lost),
        ("冻结", CertificateStatus.Frozen), ("已迁出", CertificateStatus.TransferredOut), ("注销", CertificateStatus.Cancelled));

    public static readonly IReadOnlyDictionary<string, CertificateStatusReason> Reasons = Words<CertificateStatusReason>(
        ("死亡", CertificateStatusReason.Death), ("不再符合标准", CertificateStatusReason.NoLongerEligible),
        ("本人自愿", CertificateStatusReason.Voluntary), ("骗领", CertificateStatusReason.Fraud),
        ("迁移逾期一年", CertificateStatusReason.TransferOverdue1Y), ("宣告死亡", CertificateStatusReason.DeclaredDead),
        ("失踪", CertificateStatusReason.DeclaredMissing), ("重复发证", CertificateStatusReason.Duplicate));

    public static readonly IReadOnlyDictionary<string, bool> Flags = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase)
    {
        ["是"] = true,
        ["true"] = true,
        ["1"] = true,
        ["否"] = false,
        ["false"] = false,
        ["0"] = false,
    };

    private static Dictionary<string, TCode> Words<TCode>(params (string Word, TCode Code)[] words)
        where TCode : struct, Enum
    {
        var all = new Dictionary<string, TCode>(ApiName<TCode>.All, StringComparer.Ordinal);
        foreach (var (word, code) in words)
        {
            all.Add(word, code);
        }

        return all;
    }
}
