namespace Domain.Access;

/// <summary>English names of the data items; the Chinese ones stand in <c>schema/sharing-matrix.csv</c>.</summary>
internal static class CatalogueNames
{
    private static readonly Dictionary<CatalogueItem, string> Names = new()
    {
        [CatalogueItem.PersonName] = "Name",
        [CatalogueItem.PersonIdNumber] = "Citizen ID number",
        [CatalogueItem.PersonBirthDate] = "Date of birth",
        [CatalogueItem.PersonSex] = "Sex",
        [CatalogueItem.PersonEthnicity] = "Ethnicity",
        [CatalogueItem.PersonHukouDivision] = "County of household registration",
        [CatalogueItem.PersonHukouAddress] = "Address of household registration",
        [CatalogueItem.PersonManagementUnit] = "Management unit",
        [CatalogueItem.PersonCommunity] = "Community",
        [CatalogueItem.PersonResidence] = "Place of residence",
        [CatalogueItem.PersonPhone] = "Telephone number",
        [CatalogueItem.PersonGuardian] = "Guardian",
        [CatalogueItem.PersonGuardianPhone] = "Guardian's telephone number",
        [CatalogueItem.PersonLifeStatus] = "Life status",
        [CatalogueItem.PersonDeathDate] = "Date of death",
        [CatalogueItem.PersonRelocation] = "Relocation, from and to",
        [CatalogueItem.CertificateNumber] = "Certificate number",
        [CatalogueItem.CertificateStatus] = "Certificate status and validity",
        [CatalogueItem.CertificateStatusReason] = "Reason for the certificate status",
        [CatalogueItem.CertificateCategory] = "Disability category",
        [CatalogueItem.CertificateLevel] = "Disability level",
        [CatalogueItem.CertificateComponents] = "Components of a multiple disability",
        [CatalogueItem.PersonHistory] = "History of changes",
        [CatalogueItem.SubsidyReceived] = "Subsidies received",
        [CatalogueItem.SubsidyDibao] = "Subsistence allowance",
        [CatalogueItem.NeedEconomyHousing] = "Needs: economy and housing",
        [CatalogueItem.NeedEducation] = "Needs: education",
        [CatalogueItem.NeedEmployment] = "Needs: employment",
        [CatalogueItem.NeedSocialSecurity] = "Needs: social security",
        [CatalogueItem.NeedCare] = "Needs: care",
        [CatalogueItem.NeedMedicalRehab] = "Needs: medical care and rehabilitation",
        [CatalogueItem.NeedAccessibility] = "Needs: accessibility",
        [CatalogueItem.NeedCultureSports] = "Needs: culture and sports",
        [CatalogueItem.SurveyOutcome] = "Survey outcome",
        [CatalogueItem.SurveyNotes] = "Survey notes",
        [CatalogueItem.AuditReadLog] = "Read log",
    };

    public static string Of(CatalogueItem item) => Names[item];
}
