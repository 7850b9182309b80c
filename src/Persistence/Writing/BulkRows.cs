using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Persistence.Register;

namespace Persistence.Writing;

/// <summary>Rows that are only ever added, written through prepared commands: several times as fast as tracking them.</summary>
/// <remarks>Commands are kept for as long as the context is, and prepared once for as long as its connection is open.</remarks>
internal static class BulkRows
{
    private static readonly ConditionalWeakTable<DbContext, Dictionary<Type, object>> Tables = [];

    /// <summary>Inserts the rows in their order, in the transaction under way.</summary>
    public static Task InsertAsync<TEntity>(this DbContext db, IReadOnlyCollection<TEntity> rows)
        where TEntity : class
    {
        if (rows.Count == 0)
        {
            return Task.CompletedTask;
        }

        var table = TableOf<TEntity>(db);
        table.JoinTransaction(db.Database.CurrentTransaction!.GetDbTransaction());
        foreach (var row in rows)
        {
            table.Write(row);
        }

        return Task.CompletedTask;
    }

    private static TableWriter<TEntity> TableOf<TEntity>(DbContext db)
        where TEntity : class
    {
        var tables = Tables.GetOrCreateValue(db);
        if (!tables.TryGetValue(typeof(TEntity), out var table))
        {
            tables.Add(typeof(TEntity), table = new TableWriter<TEntity>(db));
        }

        return (TableWriter<TEntity>)table;
    }
}
