using System.Threading.Channels;
using Domain.Notices;
using Domain.Persons;
using Domain.ServiceNeeds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Persistence.Register;

/// <summary>Fills an empty register in big transactions: the one writer while the program does nothing else.</summary>
public sealed class RegisterWriter(IDbContextFactory<SharingDbContext> contexts)
{
    private const int PersonsInATransaction = 5_000;

    // Made while the last are written: one batch under way is enough to keep two processors busy.
    private const int BatchesAhead = 2;

    private const int PersonsInABatch = 500;

    private static readonly Type[] Filled = [typeof(Person), typeof(Subsidy), typeof(ServiceNeed), typeof(Evidence)];

    /// <summary>Writes communities, persons and their founding evidence.</summary>
    /// <returns>The first person, whom the client <c>holder</c> is.</returns>
    /// <remarks>Not all or nothing by itself: <see cref="RegisterFounding"/> sees to that.</remarks>
    public async Task<PersonId> WriteAsync(
        RegisterContent register,
        IProgress<RegisterProgress>? progress,
        CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var indexes = new IndexesAside(db, Filled);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            await indexes.DropAsync(cancellationToken);
            db.Communities.AddRange(register.Communities);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        db.ChangeTracker.Clear();

        var first = await WritePersonsAsync(db, register, progress, cancellationToken);
        await indexes.BuildAsync(progress, cancellationToken);
        return first;
    }

    private static async Task<PersonId> WritePersonsAsync(
        SharingDbContext db,
        RegisterContent register,
        IProgress<RegisterProgress>? progress,
        CancellationToken cancellationToken)
    {
        await using var tables = new Tables(db);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<RegisterEntry[]>(BatchesAhead);
        var making = Task.Run(() => MakeAsync(register, batches.Writer, stop.Token), stop.Token);
        PersonId? first = null;
        var written = 0;
        IDbContextTransaction? transaction = null;
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
            {
                if (transaction is null)
                {
                    transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                    tables.JoinTransaction(transaction);
                }

                first ??= batch[0].Person.Id;
                tables.Write(batch);
                written += batch.Length;
                if (written % PersonsInATransaction == 0 || written == register.Persons)
                {
                    await transaction.CommitAsync(cancellationToken);
                    await transaction.DisposeAsync();
                    transaction = null;
                }

                progress?.Report(new RegisterProgress(RegisterStage.Persons, written, register.Persons));
            }

            await making;
        }
        finally
        {
            await stop.CancelAsync();
            if (transaction is not null)
            {
                await transaction.DisposeAsync();
            }
        }

        return first ?? throw new InvalidOperationException("A register has at least one person.");
    }

    private static async Task MakeAsync(
        RegisterContent register, ChannelWriter<RegisterEntry[]> batches, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var batch in register.Entries.Chunk(PersonsInABatch))
            {
                await batches.WriteAsync(batch, cancellationToken);
            }

            batches.Complete();
        }
        catch (Exception fault)
        {
            batches.Complete(fault);
        }
    }

    private sealed class Tables(SharingDbContext db) : IAsyncDisposable
    {
        private readonly TableWriter<Person> _persons = new(db);
        private readonly TableWriter<Subsidy> _subsidies = new(db);
        private readonly TableWriter<ServiceNeed> _needs = new(db);
        private readonly TableWriter<Evidence> _evidence = new(db);

        public void JoinTransaction(IDbContextTransaction transaction)
        {
            var native = transaction.GetDbTransaction();
            _persons.JoinTransaction(native);
            _subsidies.JoinTransaction(native);
            _needs.JoinTransaction(native);
            _evidence.JoinTransaction(native);
        }

        public void Write(IEnumerable<RegisterEntry> entries)
        {
            foreach (var entry in entries)
            {
                _persons.Write(entry.Person);
                _evidence.Write(entry.Founding);
                foreach (var subsidy in entry.Subsidies)
                {
                    _subsidies.Write(subsidy);
                }

                foreach (var need in entry.ServiceNeeds)
                {
                    _needs.Write(need);
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _persons.DisposeAsync();
            await _subsidies.DisposeAsync();
            await _needs.DisposeAsync();
            await _evidence.DisposeAsync();
        }
    }
}
