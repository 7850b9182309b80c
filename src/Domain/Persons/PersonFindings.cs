using Domain.Shared;

namespace Domain.Persons;

/// <summary>Every finding that reading a person's data can yield: one place for the codes, documented in <c>schema/refusals.md</c>.</summary>
public static class PersonFindings
{
    public static readonly Finding IdShape = Error("ID_SHAPE",
        "An ID number has 17 digits and then a digit or X.");

    public static readonly Finding IdLegacy15 = Error("ID_LEGACY_15",
        "Numbers of 15 digits ended with the first-generation card: send the number of 18 characters.");

    public static readonly Finding IdDate = Error("ID_DATE",
        "Characters 7 to 14 must be a calendar day from 1900 to today.");

    public static readonly Finding IdCheck = Error("ID_CHECK",
        "The last character does not follow from the 17 digits: compare the number with the document.");

    public static readonly Finding IdAreaUnknown = Warning("ID_AREA_UNKNOWN",
        "The first six digits are no division code that we know of.");

    /// <summary>The area of invented people: worse than unknown wherever real people are kept.</summary>
    public static readonly Finding IdAreaSynthetic = Error("ID_AREA_UNKNOWN",
        "The first six digits mark invented data, which this register does not take.");

    public static readonly Finding IdSexMismatch = Review("ID_SEX_MISMATCH",
        "The 17th digit of the ID number speaks for the other sex.");

    public static readonly Finding IdBirthMismatch = Review("ID_BIRTH_MISMATCH",
        "The birth date stated is not the one inside the ID number.");

    public static readonly Finding CertificateShape = Error("CERT_SHAPE",
        "A certificate number has 20 characters, and after a replacement the letter B and a number.");

    public static readonly Finding CertificateCategory = Error("CERT_CATEGORY",
        "Character 19 is the disability category, 1 to 7.");

    public static readonly Finding CertificateLevel = Error("CERT_LEVEL",
        "Character 20 is the disability level, 1 to 4.");

    public static readonly Finding CertificateReplacement = Error("CERT_REPLACEMENT",
        "After B stands the number of the replacement: 1 to 999, without leading zeros.");

    public static readonly Finding CertificateIdMismatch = Error("CERT_ID_MISMATCH",
        "The first 18 characters must be the person's ID number.");

    public static readonly Finding CertificateCategoryMismatch = Error("CERT_CATEGORY_MISMATCH",
        "Character 19 must be the category on the certificate.");

    public static readonly Finding CertificateLevelMismatch = Error("CERT_LEVEL_MISMATCH",
        "Character 20 must be the level on the certificate.");

    public static readonly Finding CertificateReplacementOrder = Error("CERT_REPLACEMENT_ORDER",
        "Replacements are counted without gaps: the number must be the one that follows the last.");

    public static readonly Finding DateShape = Error("DATE_SHAPE",
        "Write a date as 2026-05-01, or 2026-05 or 2026 where no more is known.");

    public static readonly Finding DateImpossible = Error("DATE_IMPOSSIBLE",
        "The calendar has no such day, month or year.");

    public static readonly Finding NameEmpty = Error("NAME_EMPTY",
        "A name has at least one character.");

    public static readonly Finding NameLong = Error("NAME_LONG",
        "A name has at most 100 characters.");

    public static readonly Finding NameCharacter = Error("NAME_CHARACTER",
        "The name has a control character, or one that was lost on the way here: send it as Unicode text.");

    /// <summary>All of them, in the order above.</summary>
    public static readonly IReadOnlyList<Finding> All =
    [
        IdShape, IdLegacy15, IdDate, IdCheck, IdAreaUnknown, IdAreaSynthetic, IdSexMismatch, IdBirthMismatch,
        CertificateShape, CertificateCategory, CertificateLevel, CertificateReplacement,
        CertificateIdMismatch, CertificateCategoryMismatch, CertificateLevelMismatch, CertificateReplacementOrder,
        DateShape, DateImpossible, NameEmpty, NameLong, NameCharacter,
    ];

    private static Finding Error(string code, string message) => new(code, Severity.Error, null, message);

    private static Finding Review(string code, string message) => new(code, Severity.Review, null, message);

    private static Finding Warning(string code, string message) => new(code, Severity.Warning, null, message);
}
