using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Persistence.Register;

/// <summary>Takes the indexes of a few tables away while they are filled, and builds them from the sorted whole afterwards.</summary>
/// <remarks>
/// Both come from the model by EF's own generator, as in a migration, so that the schema is the migrations' again afterwards
/// (a test compares it). What the tables' keys need stays.
/// </remarks>
internal sealed class IndexesAside(DbContext db, IEnumerable<Type> entities)
{
    private readonly IModel _model = db.GetService<IDesignTimeModel>().Model;

    public Task DropAsync(CancellationToken cancellationToken) =>
        RunAsync(
            index => new DropIndexOperation { Name = index.Name, Table = index.Table.Name, Schema = index.Table.Schema },
            null,
            cancellationToken);

    public Task BuildAsync(IProgress<RegisterProgress>? progress, CancellationToken cancellationToken) =>
        RunAsync(CreateIndexOperation.CreateFrom, progress, cancellationToken);

    private async Task RunAsync(
        Func<ITableIndex, MigrationOperation> operation,
        IProgress<RegisterProgress>? progress,
        CancellationToken cancellationToken)
    {
        var generator = db.GetService<IMigrationsSqlGenerator>();
        var tables = entities.Select(entity => _model.FindEntityType(entity)!.GetTableMappings().Single().Table);
        var indexes = tables.SelectMany(table => table.Indexes).ToList();
        for (var i = 0; i < indexes.Count; i++)
        {
            progress?.Report(new RegisterProgress(RegisterStage.Indexes, i, indexes.Count));
            foreach (var command in generator.Generate([operation(indexes[i])], _model))
            {
                await db.Database.ExecuteSqlRawAsync(command.CommandText, cancellationToken);
            }
        }

        progress?.Report(new RegisterProgress(RegisterStage.Indexes, indexes.Count, indexes.Count));
    }
}
