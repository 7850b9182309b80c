using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Persistence.Register;

/// <summary>Inserts the rows of one entity through a prepared command that is made from EF's own metadata.</summary>
/// <remarks>Names, types and converters are those of the model, so that EF reads exactly what was written here.</remarks>
internal sealed class TableWriter<TEntity> : IAsyncDisposable
    where TEntity : class
{
    private readonly DbCommand _command;
    private readonly Column[] _columns;

    public TableWriter(DbContext db)
    {
        var entity = db.Model.FindEntityType(typeof(TEntity))!;
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var sql = db.GetService<ISqlGenerationHelper>();
        _command = db.Database.GetDbConnection().CreateCommand();
        IProperty[] properties = [.. entity.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never)];
        _columns = [.. properties.Select((property, i) => new Column(_command, property, $"@p{i}"))];
        var names = properties.Select(property => sql.DelimitIdentifier(property.GetColumnName(table)!));
        var parameters = Enumerable.Range(0, _columns.Length).Select(i => sql.GenerateParameterNamePlaceholder($"p{i}"));
        _command.CommandText =
            $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", names)}) " +
            $"VALUES ({string.Join(", ", parameters)})";
    }

    /// <summary>Makes the next rows part of a transaction.</summary>
    public void JoinTransaction(DbTransaction transaction) => _command.Transaction = transaction;

    public void Write(TEntity row)
    {
        foreach (var column in _columns)
        {
            column.Take(row);
        }

        _command.ExecuteNonQuery();
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private sealed class Column
    {
        private readonly DbParameter _parameter;
        private readonly IClrPropertyGetter _getter;
        private readonly Func<object?, object?>? _toStore;

        public Column(DbCommand command, IProperty property, string name)
        {
            var mapping = property.GetRelationalTypeMapping();
            _parameter = mapping.CreateParameter(command, name, null, property.IsNullable);
            command.Parameters.Add(_parameter);
            _getter = property.GetGetter();
            _toStore = mapping.Converter?.ConvertToProvider;
        }

        public void Take(object row)
        {
            var value = _getter.GetClrValue(row);
            _parameter.Value = (_toStore is null ? value : _toStore(value)) ?? DBNull.Value;
        }
    }
}
