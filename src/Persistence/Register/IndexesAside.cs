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

    public async Task DropAsync(CancellationToken cancellationToken)
    {
        foreach (var index in Tables().SelectMany(table => table.Indexes))
        {
            await RunAsync(
                new DropIndexOperation { Name = index.Name, Table = index.Table.Name, Schema = index.Table.Schema },
                cancellationToken);
        }
    }

    /// <summary>Builds what was dropped, the indexes of one table in one transaction.</summary>
    public async Task BuildAsync(IProgress<RegisterProgress>? progress, CancellationToken cancellationToken)
    {
        var total = Tables().Sum(table => table.Indexes.Count());
        var done = 0;
        foreach (var table in Tables())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            foreach (var index in table.Indexes)
            {
                progress?.Report(new RegisterProgress(RegisterStage.Indexes, done++, total));
                await RunAsync(CreateIndexOperation.CreateFrom(index), cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        progress?.Report(new RegisterProgress(RegisterStage.Indexes, total, total));
    }

    private IEnumerable<ITable> Tables() =>
        entities.Select(entity => _model.FindEntityType(entity)!.GetTableMappings().Single().Table);

    private async Task RunAsync(MigrationOperation operation, CancellationToken cancellationToken)
    {
        foreach (var command in db.GetService<IMigrationsSqlGenerator>().Generate([operation], _model))
        {
            await db.Database.ExecuteSqlRawAsync(command.CommandText, cancellationToken);
        }
    }
}
