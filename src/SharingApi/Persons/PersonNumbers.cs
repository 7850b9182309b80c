using Domain.Persons;
using Persistence.Encryption;
using Persistence.Reading;

namespace SharingApi.Persons;

/// <summary>Who bears a number, as a condition on persons: asked under every key and suite there is, so that a rotation hides nobody.</summary>
internal static class PersonNumbers
{
    /// <summary>It is the person's number today.</summary>
    public static ReadPredicate IsBorne(IdNumber number, BlindIndex index) => Among(nameof(Person.IdNumberIndex), index.AllOfIdNumber(number));

    /// <summary>It is, or was, the person's number.</summary>
    public static ReadPredicate WasEverBorne(IdNumber number, BlindIndex index) => new ReadPredicate.Any(
    [
        IsBorne(number, index),
        new ReadPredicate.Exists(
            typeof(FormerIdentity),
            nameof(FormerIdentity.PersonId),
            Among(nameof(FormerIdentity.IdNumberIndex), index.AllOfIdNumber(number))),
    ]);

    /// <summary>It is exactly the number of the person's certificate.</summary>
    public static ReadPredicate IsOfCertificate(CertificateNumber number, BlindIndex index) => new ReadPredicate.All(
    [
        IsBorne(number.IdNumber, index),
        Equal(nameof(Person.CertificateCategory), number.Category),
        Equal(nameof(Person.CertificateLevel), number.Level),
        Equal(nameof(Person.CertificateReplacements), number.Replacements),
    ]);

    private static ReadPredicate.Any Among(string path, IReadOnlyList<byte[]> digests) =>
        new([.. digests.Select(digest => Equal(path, digest))]);

    private static ReadPredicate.Compare Equal(string path, object value) => new(path, Comparison.Equal, value);
}
