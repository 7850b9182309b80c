namespace Domain.Access;

/// <summary>A data item that grants speak about. The keys are code; who gets which level is data.</summary>
public sealed class CatalogueItem
{
    private static readonly List<CatalogueItem> Registry = [];

    public static readonly CatalogueItem PersonName = new("person.name");
    public static readonly CatalogueItem PersonIdNumber = new("person.idNumber");
    public static readonly CatalogueItem PersonBirthDate = new("person.birthDate");
    public static readonly CatalogueItem PersonSex = new("person.sex");
    public static readonly CatalogueItem PersonEthnicity = new("person.ethnicity");
    public static readonly CatalogueItem PersonHukouDivision = new("person.hukouDivision");
    public static readonly CatalogueItem PersonHukouAddress = new("person.hukouAddress");
    public static readonly CatalogueItem PersonManagementUnit = new("person.managementUnit");
    public static readonly CatalogueItem PersonCommunity = new("person.community");
    public static readonly CatalogueItem PersonResidence = new("person.residence");
    public static readonly CatalogueItem PersonPhone = new("person.phone");
    public static readonly CatalogueItem PersonGuardian = new("person.guardian");
    public static readonly CatalogueItem PersonGuardianPhone = new("person.guardianPhone");
    public static readonly CatalogueItem PersonLifeStatus = new("person.lifeStatus");
    public static readonly CatalogueItem PersonDeathDate = new("person.deathDate");
    public static readonly CatalogueItem PersonRelocation = new("person.relocation");
    public static readonly CatalogueItem CertificateNumber = new("certificate.number");
    public static readonly CatalogueItem CertificateStatus = new("certificate.status");
    public static readonly CatalogueItem CertificateStatusReason = new("certificate.statusReason");
    public static readonly CatalogueItem CertificateCategory = new("certificate.category");
    public static readonly CatalogueItem CertificateLevel = new("certificate.level");
    public static readonly CatalogueItem CertificateComponents = new("certificate.components");
    public static readonly CatalogueItem PersonHistory = new("person.history");
    public static readonly CatalogueItem SubsidyReceived = new("subsidy.received");
    public static readonly CatalogueItem SubsidyDibao = new("subsidy.dibao");
    public static readonly CatalogueItem NeedEconomyHousing = new("serviceNeed.economyHousing");
    public static readonly CatalogueItem NeedEducation = new("serviceNeed.education");
    public static readonly CatalogueItem NeedEmployment = new("serviceNeed.employment");
    public static readonly CatalogueItem NeedSocialSecurity = new("serviceNeed.socialSecurity");
    public static readonly CatalogueItem NeedCare = new("serviceNeed.care");
    public static readonly CatalogueItem NeedMedicalRehab = new("serviceNeed.medicalRehab");
    public static readonly CatalogueItem NeedAccessibility = new("serviceNeed.accessibility");
    public static readonly CatalogueItem NeedCultureSports = new("serviceNeed.cultureSports");
    public static readonly CatalogueItem SurveyOutcome = new("survey.outcome");
    public static readonly CatalogueItem SurveyNotes = new("survey.notes");
    public static readonly CatalogueItem AuditReadLog = new("audit.readLog");

    private CatalogueItem(string key)
    {
        Key = key;
        Ordinal = Registry.Count;
        Registry.Add(this);
    }

    /// <summary>Every item, in the order of <c>schema/sharing-matrix.csv</c>; <see cref="Ordinal"/> is the position.</summary>
    public static IReadOnlyList<CatalogueItem> All => Registry;

    /// <summary>The item of a key; null where the catalogue has none.</summary>
    public static CatalogueItem? Find(string key) => Registry.Find(item => string.Equals(item.Key, key, StringComparison.Ordinal));

    public string Key { get; }

    public int Ordinal { get; }

    public override string ToString() => Key;
}
