using System.Collections.Frozen;

namespace Domain.Register;

/// <summary>The names that a column of a register may have: ours, and those that county offices export.</summary>
public static class HolderColumns
{
    private static readonly (HolderField Field, string Names)[] Table =
    [
        (HolderField.Name, "name 姓名"),
        (HolderField.IdNumber, "idNumber 公民身份号码 身份证号 身份证号码"),
        (HolderField.Sex, "sex 性别"),
        (HolderField.BirthDate, "birthDate 出生日期"),
        (HolderField.Ethnicity, "ethnicity 民族"),
        (HolderField.CertificateNumber, "certificateNumber 残疾人证号 残疾证号"),
        (HolderField.Category, "category 残疾类别"),
        (HolderField.Level, "level 残疾等级"),
        (HolderField.Components, "components 多重残疾明细"),
        (HolderField.IssuedOn, "issuedOn 发证日期 签发日期"),
        (HolderField.ValidUntil, "validUntil 有效期至"),
        (HolderField.CertificateStatus, "certificateStatus 证件状态 残疾人证状态"),
        (HolderField.CertificateStatusReason, "certificateStatusReason 状态原因 注销原因"),
        (HolderField.LifeStatus, "lifeStatus 生存状态"),
        (HolderField.DeathDate, "deathDate 死亡日期"),
        (HolderField.HukouDivision, "hukouDivision 户籍区划代码"),
        (HolderField.HukouCommunity, "hukouCommunity 户籍村（社区）代码 户籍社区代码"),
        (HolderField.HukouAddress, "hukouAddress 户籍地址 户口所在地"),
        (HolderField.HukouStatus, "hukouStatus 户籍状态"),
        (HolderField.HukouSince, "hukouSince 户籍迁入日期"),
        (HolderField.Community, "community 村（社区）代码 社区代码"),
        (HolderField.CommunityName, "communityName 村（社区） 社区"),
        (HolderField.TownName, "townName 乡镇（街道） 乡镇街道"),
        (HolderField.ManagementUnit, "managementUnit 管理单位"),
        (HolderField.ResidenceAddress, "residenceAddress 现住址 居住地址"),
        (HolderField.ResidenceCommunity, "residenceCommunity 居住地村（社区）代码"),
        (HolderField.ResidenceObservedOn, "residenceObservedOn 居住信息采集日期"),
        (HolderField.Phone, "phone 联系电话 电话"),
        (HolderField.GuardianName, "guardianName 监护人姓名 监护人"),
        (HolderField.GuardianRelation, "guardianRelation 监护关系 与监护人关系"),
        (HolderField.GuardianPhone, "guardianPhone 监护人电话"),
        (HolderField.IsOnSubsistenceAllowance, "isOnSubsistenceAllowance 是否低保 低保"),
        (HolderField.LivingSubsidySince, "livingSubsidySince 生活补贴起始日期"),
        (HolderField.LivingSubsidyUntil, "livingSubsidyUntil 生活补贴终止日期"),
        (HolderField.NursingSubsidySince, "nursingSubsidySince 护理补贴起始日期"),
        (HolderField.NursingSubsidyUntil, "nursingSubsidyUntil 护理补贴终止日期"),
    ];

    private static readonly FrozenDictionary<string, HolderField> ByName = Table
        .SelectMany(column => column.Names.Split(' ').Select(name => (name, column.Field)))
        .ToFrozenDictionary(column => Plain(column.name), column => column.Field, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every column with its names, ours first.</summary>
    public static IReadOnlyList<(HolderField Field, string[] Names)> All { get; } =
        [.. Table.Select(column => (column.Field, column.Names.Split(' ')))];

    /// <summary>The field of a column; null for a column that we do not know.</summary>
    public static HolderField? Find(string name) => ByName.TryGetValue(Plain(name), out var field) ? field : null;

    // Brackets come in both widths, and spaces anywhere.
    private static string Plain(string name) =>
        name.Replace('(', '（').Replace(')', '）').Replace(" ", "", StringComparison.Ordinal);
}
