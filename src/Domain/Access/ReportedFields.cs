namespace Domain.Access;

/// <summary>
/// Fields that show an item beside the sharing matrix's own: as a department reported it, and as an office decided on it. Whoever may
/// not see the item of a person may not see it in a notice about that person either.
/// </summary>
internal static class ReportedFields
{
    private static readonly (CatalogueItem Item, string[] Fields)[] Table =
    [
        (CatalogueItem.PersonName, ["SentSubject.name", "SentCorrection.name"]),
        (CatalogueItem.PersonIdNumber, ["SentSubject.idNumber", "SentCorrection.idNumber", "CaseEvidence.documentNumber"]),
        (CatalogueItem.PersonBirthDate, ["SentSubject.birthDate", "SentCorrection.birthDate"]),
        (CatalogueItem.PersonSex, ["SentSubject.sex", "SentCorrection.sex"]),
        (CatalogueItem.PersonHukouDivision, ["SentSubject.hukouDivision", "SentCorrection.hukouDivision"]),
        (CatalogueItem.PersonCommunity, ["SentSubject.hukouCommunity", "SentCorrection.hukouCommunity", "CaseEvidence.toCommunity"]),
        (CatalogueItem.PersonRelocation, ["CaseEvidence.fromDivision", "CaseEvidence.toDivision"]),
        (CatalogueItem.PersonHistory,
            ["CaseEvidence.occurredOn", "CaseEvidence.reason", "CaseEvidence.judgedOn", "CaseEvidence.reports", "Decision.reason",
                "DataError.reason", "DataError.evidence"]),
    ];

    /// <summary>As <c>Type.field</c>, in the order of the table; none for most items.</summary>
    public static IEnumerable<string> Of(CatalogueItem item) => Table.Where(row => row.Item == item).SelectMany(row => row.Fields);
}
