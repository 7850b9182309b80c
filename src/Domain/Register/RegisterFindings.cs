using Domain.Shared;

namespace Domain.Register;

/// <summary>What can be wrong with a line of an existing register, beside the findings on numbers, dates and names.</summary>
public static class RegisterFindings
{
    public static readonly Finding Missing = Error("REGISTER_MISSING",
        "The register cannot do without this value.");

    public static readonly Finding Word = Error("REGISTER_WORD",
        "The value is none of the words or codes that this column can have.");

    public static readonly Finding Text = Error("REGISTER_TEXT",
        "The text has control characters, or is longer than its column.");

    public static readonly Finding DayNeeded = Error("REGISTER_DAY",
        "A whole day is needed here, not later than today.");

    public static readonly Finding DivisionUnknown = Error("REGISTER_DIVISION_UNKNOWN",
        "The code is no division of Kunming.");

    public static readonly Finding UnitUnknown = Error("REGISTER_UNIT_UNKNOWN",
        "The code is none of the sixteen management units.");

    public static readonly Finding UnitDiffers = Error("REGISTER_UNIT_DIFFERS",
        "An earlier line gives this community to another management unit.");

    public static readonly Finding Components = Error("REGISTER_COMPONENTS",
        "A multiple disability has at least two components of different categories, such as 4:2,5:3, and the level of the most severe.");

    public static readonly Finding StatusReason = Error("REGISTER_STATUS_REASON",
        "A frozen or cancelled certificate has a reason, and no other has.");

    public static readonly Finding DeathDate = Error("REGISTER_DEATH_DATE",
        "A date of death and the life status do not agree.");

    public static readonly Finding PersonTwice = Error("REGISTER_PERSON_TWICE",
        "An earlier line has the same number and the same name.");

    public static readonly Finding IdDuplicate = Review("ID_DUPLICATE",
        "An earlier line has the same ID number under another name.");

    public static readonly Finding IdDerived = Warning("ID_LEGACY_15",
        "The number of 15 digits was converted: it is derived, nobody gave it to us.");

    public static readonly Finding CommunityOutside = Warning("REGISTER_COMMUNITY_OUTSIDE",
        "The community lies outside the city and was left out.");

    public static readonly Finding Phone = Warning("REGISTER_PHONE",
        "The phone number is none and was left out.");

    public static readonly Finding GuardianMissing = Warning("REGISTER_GUARDIAN_MISSING",
        "A minor, and whoever has an intellectual or mental disability, has a guardian.");

    /// <summary>All of them, in the order above.</summary>
    public static readonly IReadOnlyList<Finding> All =
    [
        Missing, Word, Text, DayNeeded, DivisionUnknown, UnitUnknown, UnitDiffers, Components, StatusReason, DeathDate,
        PersonTwice, IdDuplicate, IdDerived, CommunityOutside, Phone, GuardianMissing,
    ];

    private static Finding Error(string code, string message) => new(code, Severity.Error, null, message);

    private static Finding Review(string code, string message) => new(code, Severity.Review, null, message);

    private static Finding Warning(string code, string message) => new(code, Severity.Warning, null, message);
}
