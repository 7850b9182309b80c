using Domain.Persons;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Persistence;

/// <summary>Codes are stored by their API names, so that a table can be read without the program.</summary>
internal static class StoredCodes
{
    private const int LongestName = 40;

    public static void Configure(ModelConfigurationBuilder conventions)
    {
        var codes = typeof(Person).Assembly.GetExportedTypes().Where(type => type.IsEnum);
        foreach (var code in codes)
        {
            conventions.Properties(code)
                .HaveConversion(typeof(ByName<>).MakeGenericType(code))
                .HaveMaxLength(LongestName)
                .AreUnicode(false);
        }

        conventions.Properties<PartialDate>().HaveConversion<ByText>().HaveMaxLength(10).AreUnicode(false);
    }

    private sealed class ByName<TCode>() : ValueConverter<TCode, string>(
        code => ApiName.Of(code),
        name => ApiName<TCode>.Parse(name))
        where TCode : struct, Enum;

    private sealed class ByText() : ValueConverter<PartialDate, string>(
        date => date.Text,
        text => PartialDate.FromStore(text));
}
