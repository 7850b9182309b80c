using Domain.Access;
using Domain.Persons;
using Domain.Shared;

namespace Domain.Cases;

/// <summary>The word of a receiver that shared data looks wrong (校核; Decree 809 art. 26, domain.md 9).</summary>
/// <param name="PersonId">About whom.</param>
/// <param name="Item">Key of the catalogue item that looks wrong.</param>
/// <param name="Reason">Why.</param>
/// <param name="Evidence">On what that rests.</param>
public sealed record DataError(PersonId PersonId, string Item, string Reason, string Evidence)
{
    /// <summary>Stable code of why such a case was opened.</summary>
    public const string CaseReason = "DATA_ERROR";

    /// <summary>It is verified, corrected and answered within so many working days.</summary>
    public const int WorkingDaysToAnswer = 10;

    private const int LongestText = 500;

    /// <summary>For a person whom the caller does not reach, or who does not exist: one answer for both.</summary>
    public static Refusal PersonUnknown { get; } = new(
        "DATA_ERROR_PERSON_UNKNOWN", "There is no such person among those whom the caller reaches.");

    private static readonly Refusal ItemNotSeen = new(
        "DATA_ERROR_ITEM", "State an item of the catalogue that the caller sees for this purpose, at whatever level.");

    private static readonly Refusal TextMissing = new(
        "DATA_ERROR_TEXT", "State why the item looks wrong, and the evidence, in 1 to 500 characters each.");

    /// <summary>Null where it may be taken.</summary>
    /// <param name="disclosure">What the caller sees.</param>
    public Refusal? Refuse(Disclosure disclosure) =>
        CatalogueItem.Find(Item) is not { } item || disclosure.LevelOf(item) == DisclosureLevel.Denied ? ItemNotSeen
        : !IsText(Reason) || !IsText(Evidence) ? TextMissing
        : null;

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(DataError);

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText;
}
