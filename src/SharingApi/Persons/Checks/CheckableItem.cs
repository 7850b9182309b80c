using Domain.Access;
using Domain.Persons;
using Persistence.Encryption;
using Persistence.Reading;
using static Domain.Access.CatalogueItem;

namespace SharingApi.Persons.Checks;

/// <summary>Something that a caller may state of a person, and how it is compared with what the register holds.</summary>
/// <param name="Input">Field of <c>CheckPersonInput</c>.</param>
/// <param name="Item">The item that it states: clear, masked or match-only, or the whole request is refused.</param>
/// <param name="Condition">Holds for a person of whom the statement is true.</param>
internal sealed record CheckableItem(string Input, CatalogueItem Item, Func<object, BlindIndex, ReadPredicate> Condition)
{
    /// <summary>Whether it is one of the two numbers, of which a check needs at least one.</summary>
    public bool IsNumber => Item == PersonIdNumber || Item == CatalogueItem.CertificateNumber;

    public static IReadOnlyList<CheckableItem> All { get; } =
    [
        new("name", CatalogueItem.PersonName, static (name, _) =>
            Equal(nameof(Person.FoldedName), Domain.Persons.PersonName.Fold((string)name))),

        // A former number is no longer the person's: here it is a miss, while a look-up still finds them by it.
        new("idNumber", PersonIdNumber, static (number, index) => PersonNumbers.IsBorne((IdNumber)number, index)),
        new("birthDate", PersonBirthDate, static (date, _) => Equal(nameof(Person.BirthDate), date)),
        new("sex", PersonSex, static (sex, _) => Equal(nameof(Person.Sex), sex)),
        new("certificateNumber", CatalogueItem.CertificateNumber, static (number, index) =>
            PersonNumbers.IsOfCertificate((Domain.Persons.CertificateNumber)number, index)),
        new("category", CertificateCategory, static (category, _) => Equal(nameof(Person.CertificateCategory), category)),
        new("level", CertificateLevel, static (level, _) => Equal(nameof(Person.CertificateLevel), level)),
        new("hukouDivision", PersonHukouDivision, static (code, _) => Equal(nameof(Person.HukouDivisionCode), code)),
        new("hukouCommunity", PersonCommunity, static (code, _) => Equal(nameof(Person.HukouCommunityCode), code)),
    ];

    private static ReadPredicate.Compare Equal(string path, object value) => new(path, Comparison.Equal, value);
}
