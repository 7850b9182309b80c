using System.Data.Common;

namespace Persistence.Providers;

/// <summary>The connections over which the register is read, apart from those that write.</summary>
public interface IReadDatabase
{
    ISqlDialect Dialect { get; }

    /// <summary>Opens a connection that cannot write.</summary>
    ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>All statements from here to <see cref="EndSnapshotAsync"/> see the same state of the register.</summary>
    ValueTask BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken);

    ValueTask EndSnapshotAsync(DbConnection connection);

    /// <summary>Stops the statement that runs, from another thread.</summary>
    void Interrupt(DbConnection connection);
}
