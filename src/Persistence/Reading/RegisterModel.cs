using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Persistence.Providers;

namespace Persistence.Reading;

/// <summary>The register as EF Core maps it: tables, columns, joins and converters by property path.</summary>
public sealed class RegisterModel
{
    private readonly IModel _model;
    private readonly ConcurrentDictionary<(Type Source, string Path, bool KeepsJoin), ModelPath> _paths = new();

    public RegisterModel(IDbContextFactory<SharingDbContext> contexts)
    {
        using var db = contexts.CreateDbContext();
        _model = db.Model;
        Number = db.GetService<IRelationalTypeMappingSource>().FindMapping(typeof(int))
            ?? throw new InvalidOperationException("The provider does not store integers.");
    }

    /// <summary>How a limit is bound.</summary>
    internal RelationalTypeMapping Number { get; }

    /// <summary>Takes a path apart; a name that the model does not know is a bug.</summary>
    /// <param name="source">Where the path begins.</param>
    /// <param name="path">Navigations and the property, joined by dots.</param>
    /// <param name="keepsJoin">Read the key of a joined row from that row, because it may be filtered out.</param>
    public ModelPath PathOf(Type source, string path, bool keepsJoin = false) => _paths.GetOrAdd(
        (source, path, keepsJoin),
        static (key, model) => ModelPath.Resolve(model, key.Source, key.Path, key.KeepsJoin),
        _model);

    public string TableOf(Type entity) => EntityOf(entity).GetTableName()!;

    /// <summary>Property name of the key of an entity that is identified by one property.</summary>
    public string KeyOf(Type entity) => EntityOf(entity).FindPrimaryKey()!.Properties.Single().Name;

    /// <summary>The entity at the end of navigations, joined by dots; of none, the source itself.</summary>
    public Type EntityAt(Type source, string navigations) => navigations
        .Split('.', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(source, (entity, name) => NavigationOf(entity, name).TargetEntityType.ClrType);

    internal INavigation NavigationOf(Type source, string name) => EntityOf(source).FindNavigation(name)
        ?? throw new InvalidOperationException($"{source.Name} has no navigation {name}.");

    private IEntityType EntityOf(Type entity) => _model.FindEntityType(entity)
        ?? throw new InvalidOperationException($"{entity.Name} is not part of the register.");
}

/// <summary>A property that is reached from an entity over to-one navigations.</summary>
public sealed class ModelPath
{
    private ModelPath(IReadOnlyList<INavigation> joins, IProperty property)
    {
        Joins = joins;
        Property = property;
        Mapping = property.GetRelationalTypeMapping();
        Column = property.GetColumnName();
    }

    public IReadOnlyList<INavigation> Joins { get; }

    public IProperty Property { get; }

    public RelationalTypeMapping Mapping { get; }

    public string Column { get; }

    /// <summary>Whether the value can be missing: in the column, or because a joined row is.</summary>
    public bool IsNullable => Property.IsNullable || Joins.Any(join => !join.ForeignKey.IsRequired);

    /// <summary>The type of the value as it is stored.</summary>
    public Type StoredType => Mapping.Converter?.ProviderClrType ?? Underlying(Property.ClrType);

    /// <summary>Reads the value of this property from a column that is not null.</summary>
    public Func<DbDataReader, int, T> ReaderOf<T>()
    {
        if (typeof(T) != Underlying(Property.ClrType))
        {
            throw new InvalidOperationException($"{Property.Name} is not of type {typeof(T).Name}.");
        }

        if (Mapping.Converter is not { } converter)
        {
            return static (row, ordinal) => row.GetFieldValue<T>(ordinal);
        }

        // Most columns of a page are bytes or text: the driver's generic reading tries one type after another for each value.
        if (converter is ValueConverter<T, byte[]> { ConvertFromProviderTyped: var ofBytes })
        {
            return (row, ordinal) => ofBytes(StoredBytes.Of(row, ordinal).ToArray());
        }

        if (converter is ValueConverter<T, string> { ConvertFromProviderTyped: var ofText })
        {
            return (row, ordinal) => ofText(row.GetString(ordinal));
        }

        var reader = typeof(Converted<,>).MakeGenericType(converter.ModelClrType, converter.ProviderClrType);
        return ((IColumnReader<T>)Activator.CreateInstance(reader, converter)!).Read;
    }

    internal static ModelPath Resolve(IModel model, Type source, string path, bool keepsJoin)
    {
        var entity = model.FindEntityType(source)
            ?? throw new InvalidOperationException($"{source.Name} is not part of the register.");
        var names = path.Split('.');
        var joins = new List<INavigation>();
        foreach (var name in names[..^1])
        {
            var join = entity.FindNavigation(name)
                ?? throw new InvalidOperationException($"{entity.DisplayName()} has no navigation {name}.");
            joins.Add(join);
            entity = join.TargetEntityType;
        }

        var property = entity.FindProperty(names[^1])
            ?? throw new InvalidOperationException($"{entity.DisplayName()} has no property {names[^1]}.");

        // The key of a joined row stands in the foreign key already: no join is needed for it.
        while (!keepsJoin && joins.Count > 0 && joins[^1].ForeignKey is { Properties: [var foreign], PrincipalKey.Properties: [var key] } &&
            joins[^1].IsOnDependent && key == property)
        {
            property = foreign;
            joins.RemoveAt(joins.Count - 1);
        }

        return new ModelPath(joins, property);
    }

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private interface IColumnReader<out T>
    {
        T Read(DbDataReader row, int ordinal);
    }

    private sealed class Converted<TModel, TStored>(ValueConverter<TModel, TStored> converter) : IColumnReader<TModel>
    {
        private readonly Func<TStored, TModel> _convert = converter.ConvertFromProviderTyped;

        public TModel Read(DbDataReader row, int ordinal) => _convert(row.GetFieldValue<TStored>(ordinal));
    }
}
