using System.Globalization;
using Domain.Persons;
using GraphQL.Types;
using SharingApi.Graph.Schema;
using SharingApi.Graph.Schema.Scalars;

namespace SharingApi.Graph.Plans;

/// <summary>The graph type of every type that a column can have, and how its values are written.</summary>
internal static class ScalarTypes
{
    private static readonly Dictionary<Type, Type> Known = new()
    {
        [typeof(string)] = typeof(StringGraphType),
        [typeof(int)] = typeof(IntGraphType),
        [typeof(bool)] = typeof(BooleanGraphType),
        [typeof(DateOnly)] = typeof(LocalDateType),
        [typeof(DateTimeOffset)] = typeof(DateTimeType),
        [typeof(PartialDate)] = typeof(PartialDateType),
        [typeof(IdNumber)] = typeof(IdNumberType),
    };

    /// <summary>The one enum type of each code table.</summary>
    private static readonly Dictionary<Type, Type> Codes = typeof(ScalarTypes).Assembly.GetTypes()
        .Where(type => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(CodeType<>))
        .ToDictionary(type => type.BaseType!.GetGenericArguments()[0]);

    public static Type Of(Type value) => Known.TryGetValue(value, out var known) || Codes.TryGetValue(value, out known)
        ? known
        : throw new InvalidOperationException($"{value.Name} has no graph type.");

    public static RowPart PartOf<T>(CellPlace place) =>
        place.IsText ? new TextPart(place.Ordinal, place.Path.IsNullable)
        : typeof(T) == typeof(int) ? new NumberPart(place.Ordinal, place.Path.IsNullable)
        : typeof(T) == typeof(bool) ? new BooleanPart(place.Ordinal, place.Path.IsNullable)
        : new ConvertedPart<T>(place.Ordinal, place.Path.IsNullable, place.Path.ReaderOf<T>(), (Func<T, string?>)TextOf(typeof(T)));

    private static Delegate TextOf(Type value) =>
        value == typeof(IdNumber) ? (Func<IdNumber, string?>)(static number => number.Value)
        : value == typeof(string) ? (Func<string, string?>)(static text => text)
        : value == typeof(DateOnly) ? (Func<DateOnly, string?>)(static day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        : value == typeof(DateTimeOffset) ? (Func<DateTimeOffset, string?>)(static instant =>
            instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture))
        : throw new InvalidOperationException($"{value.Name} is not written as text.");
}
