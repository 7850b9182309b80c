using System.Data.Common;
using Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Persistence.Audit;

/// <summary>One prepared INSERT of a read-log entry, made of EF's metadata and run without EF.</summary>
/// <remarks>EF tracks what it saves; an entry is written once and never looked at again, on every request.</remarks>
internal sealed class ReadLogInsert : IAsyncDisposable
{
    private readonly DbCommand _command;
    private readonly Column[] _columns;

    public ReadLogInsert(AuditDbContext db, DbConnection connection)
    {
        var entity = db.Model.FindEntityType(typeof(ReadLogEntry))!;
        var sql = db.GetService<ISqlGenerationHelper>();
        _command = connection.CreateCommand();
        _columns = [.. entity.GetProperties().Select((property, i) => ColumnOf(property, sql.GenerateParameterName($"p{i}")))];
        var names = _columns.Select(column => sql.DelimitIdentifier(column.Name));
        var values = _columns.Select(column => column.Parameter.ParameterName);
        _command.CommandText =
            $"INSERT INTO {sql.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema())} " +
            $"({string.Join(", ", names)}) VALUES ({string.Join(", ", values)})";
        _command.Parameters.AddRange(_columns.Select(column => column.Parameter).ToArray());
    }

    public void Run(ReadLogEntry entry, DbTransaction transaction)
    {
        foreach (var column in _columns)
        {
            column.Parameter.Value = column.ValueOf(entry) ?? DBNull.Value;
        }

        _command.Transaction = transaction;
        _command.ExecuteNonQuery();
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private Column ColumnOf(IProperty property, string parameterName)
    {
        var mapping = property.GetRelationalTypeMapping();
        var parameter = mapping.CreateParameter(_command, parameterName, null, property.IsNullable);
        return new Column(property.GetColumnName(), parameter, property.GetGetter(), mapping.Converter?.ConvertToProvider);
    }

    private sealed record Column(
        string Name,
        DbParameter Parameter,
        IClrPropertyGetter Getter,
        Func<object?, object?>? Convert)
    {
        public object? ValueOf(ReadLogEntry entry)
        {
            var value = Getter.GetClrValue(entry);
            return value is null || Convert is null ? value : Convert(value);
        }
    }
}
