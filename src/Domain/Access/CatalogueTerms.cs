using static Domain.Access.CatalogueItem;
using static Domain.Access.Department;
using static Domain.Access.Sensitivity;
using static Domain.Access.SharingClass;

namespace Domain.Access;

/// <summary>On which terms an item is shared: what the catalogue of Decree 809 states of each (articles 14 to 17).</summary>
/// <param name="Class">Whether it is shared at all, and who decides.</param>
/// <param name="Sensitivity">What kind of information it is by the Personal Information Protection Law.</param>
/// <param name="Conditions">What a receiver must fulfil; null for the class that is not shared.</param>
/// <param name="LegalBasis">The law that it is kept and shared by; for what is not shared, the law that forbids it.</param>
/// <param name="Sources">The departments that are the source of record, the first one before the others (domain 6).</param>
public sealed record CatalogueTerms(
    SharingClass Class,
    Sensitivity Sensitivity,
    Bilingual? Conditions,
    Bilingual LegalBasis,
    IReadOnlyList<Department> Sources)
{
    private static readonly Bilingual ByGrant = new(
        "By grant: purpose, basis, scenario, method and end stated, both heads consenting; for that purpose only, never passed on "
        + "(Decree 809, articles 20 and 25).",
        "须经授权：注明用途、依据、场景、方式和期限，并经双方负责人同意；仅限该用途，不得转供（政务数据共享条例第二十、二十五条）。");

    private static readonly Bilingual ByGrantOrMask = new(
        "By grant, clear only where the work needs the number itself; otherwise masked or as a check (Decree 809, articles 20 and 25).",
        "须经授权；仅在业务确需号码本身时以明文提供，否则脱敏或仅比对（政务数据共享条例第二十、二十五条）。");

    private static readonly Bilingual AsCounts = new(
        "By grant, outside the federation as counts only; cells under five are suppressed (Decree 809, articles 20 and 25).",
        "须经授权；残联以外仅提供汇总数，不足五人的单元不予显示（政务数据共享条例第二十、二十五条）。");

    private static readonly Bilingual Registration = new("Household Registration Regulations (1958)", "户口登记条例（1958）");

    private static readonly Bilingual Certificate = new("Measures for Disability Certificates (2018)", "残疾人证管理办法（2018）");

    private static readonly Bilingual DeathReports = new(
        "Household Registration Regulations, article 8; document 国卫规划发〔2026〕5号", "户口登记条例第八条；国卫规划发〔2026〕5号");

    private static readonly Bilingual Subsidies = new("State Council document 国发〔2015〕52号", "国发〔2015〕52号");

    private static readonly Bilingual Survey = new("Statistical system 国统制[2016]57号", "国统制[2016]57号");

    private static readonly Bilingual Duty = new(
        "Personal Information Protection Law, articles 34 and 37", "个人信息保护法第三十四、三十七条");

    private static readonly Bilingual OwnHistory = new(
        "Not shared: Personal Information Protection Law, articles 28 and 45 (the holder's own access)", "不予共享：个人信息保护法第二十八、四十五条（本人查阅）");

    private static readonly Bilingual FreeText = new(
        "Not shared: Personal Information Protection Law, article 28 (free text may hold anything)", "不予共享：个人信息保护法第二十八条（自由文本）");

    private static readonly Bilingual UsageRecords = new(
        "Not shared: Decree 809, article 29 (records of use); Personal Information Protection Law, article 45",
        "不予共享：政务数据共享条例第二十九条（使用记录）；个人信息保护法第四十五条");

    /// <summary>
    /// The whole catalogue. Nothing is of the unconditional class: that somebody stands in the register at all tells of a disability,
    /// which is sensitive personal information (domain 7).
    /// </summary>
    private static readonly Dictionary<CatalogueItem, CatalogueTerms> Table = new()
    {
        [PersonName] = new(Conditional, Personal, ByGrant, Registration, [PublicSecurity]),
        [PersonIdNumber] = new(Conditional, Sensitive, ByGrantOrMask, Registration, [PublicSecurity]),
        [PersonBirthDate] = new(Conditional, Personal, ByGrant, Registration, [PublicSecurity]),
        [PersonSex] = new(Conditional, Personal, ByGrant, Registration, [PublicSecurity]),
        [PersonEthnicity] = new(Conditional, Personal, AsCounts, Registration, [PublicSecurity]),
        [PersonHukouDivision] = new(Conditional, Personal, ByGrant, Registration, [PublicSecurity]),
        [PersonHukouAddress] = new(Conditional, Personal, ByGrant, Registration, [PublicSecurity]),
        [PersonManagementUnit] = new(Conditional, Personal, ByGrant, Certificate, [Federation]),
        [PersonCommunity] = new(Conditional, Personal, ByGrant, Certificate, [Federation]),
        [PersonResidence] = new(Conditional, Personal, ByGrant, Survey, [Holder, Federation]),
        [PersonPhone] = new(Conditional, Sensitive, ByGrantOrMask, Survey, [Holder, Federation]),
        [PersonGuardian] = new(Conditional, Personal, ByGrant, Certificate, [Holder, Federation]),
        [PersonGuardianPhone] = new(Conditional, Sensitive, ByGrantOrMask, Certificate, [Holder, Federation]),
        [PersonLifeStatus] = new(Conditional, Personal, ByGrant, DeathReports, [PublicSecurity, Court, Health, CivilAffairs]),
        [PersonDeathDate] = new(Conditional, Personal, ByGrant, DeathReports, [PublicSecurity, Court, Health, CivilAffairs]),
        [PersonRelocation] = new(Conditional, Personal, ByGrant, Registration, [PublicSecurity]),
        [CertificateNumber] = new(Conditional, Sensitive, ByGrantOrMask, Certificate, [Federation]),
        [CertificateStatus] = new(Conditional, Sensitive, ByGrant, Certificate, [Federation]),
        [CertificateStatusReason] = new(Conditional, Sensitive, ByGrant, Certificate, [Federation]),
        [CertificateCategory] = new(Conditional, Sensitive, ByGrant, Certificate, [Federation]),
        [CertificateLevel] = new(Conditional, Sensitive, ByGrant, Certificate, [Federation, Health]),
        [CertificateComponents] = new(Conditional, Sensitive, ByGrant, Certificate, [Federation, Health]),
        [PersonHistory] = new(NotShared, Sensitive, null, OwnHistory, [Federation]),
        [SubsidyReceived] = new(Conditional, Sensitive, ByGrant, Subsidies, [CivilAffairs]),
        [SubsidyDibao] = new(Conditional, Sensitive, ByGrant, Duty, [CivilAffairs]),
        [NeedEconomyHousing] = new(Conditional, Personal, ByGrant, Survey, [Federation]),
        [NeedEducation] = new(Conditional, Personal, ByGrant, Survey, [Federation]),
        [NeedEmployment] = new(Conditional, Personal, ByGrant, Survey, [Federation]),
        [NeedSocialSecurity] = new(Conditional, Personal, ByGrant, Survey, [Federation]),
        [NeedCare] = new(Conditional, Sensitive, ByGrant, Survey, [Federation]),
        [NeedMedicalRehab] = new(Conditional, Sensitive, ByGrant, Survey, [Health, Federation]),
        [NeedAccessibility] = new(Conditional, Personal, AsCounts, Survey, [Federation]),
        [NeedCultureSports] = new(Conditional, Personal, AsCounts, Survey, [Federation]),
        [SurveyOutcome] = new(Conditional, Personal, AsCounts, Survey, [Federation]),
        [SurveyNotes] = new(NotShared, Sensitive, null, FreeText, [Federation]),
        [AuditReadLog] = new(NotShared, Sensitive, null, UsageRecords, [Federation]),
    };

    /// <summary>The terms of an item; every item has some.</summary>
    public static CatalogueTerms Of(CatalogueItem item) => Table[item];
}

/// <summary>A sentence in both languages of the product.</summary>
public sealed record Bilingual(string English, string Chinese);

/// <summary>The three classes of Decree 809: who decides whether an item is shared.</summary>
public enum SharingClass
{
    /// <summary>无条件共享: answered within one working day.</summary>
    Unconditional,

    /// <summary>有条件共享: answered within ten.</summary>
    Conditional,

    /// <summary>不予共享: the law that forbids it stands in the catalogue.</summary>
    NotShared,
}

/// <summary>What kind of information an item adds to the fact that somebody holds a certificate.</summary>
public enum Sensitivity
{
    /// <summary>Personal information.</summary>
    Personal,

    /// <summary>Sensitive personal information: health, identity numbers, hardship (PIPL, article 28).</summary>
    Sensitive,
}
