using Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Persistence.Encryption;

namespace Persistence;

/// <summary>The columns that are never stored in clear: ID numbers and phones.</summary>
internal static class EncryptedColumns
{
    public static void Configure(ModelBuilder model, FieldCipher cipher)
    {
        var idNumber = new ValueConverter<IdNumber, byte[]>(
            number => cipher.Encrypt(number.Value),
            bytes => IdNumber.FromStore(cipher.DecryptText(bytes)));
        var text = new ValueConverter<string?, byte[]?>(
            value => value == null ? null : cipher.Encrypt(value),
            bytes => bytes == null ? null : cipher.DecryptText(bytes));

        model.Entity<Person>().Property(person => person.IdNumber).HasConversion(idNumber);
        model.Entity<Person>().Property(person => person.Phone).HasConversion(text);
        model.Entity<Person>().Property(person => person.GuardianPhone).HasConversion(text);
        model.Entity<FormerIdentity>().Property(identity => identity.IdNumber).HasConversion(idNumber);
    }
}
