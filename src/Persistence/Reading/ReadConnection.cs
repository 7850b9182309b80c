using System.Data.Common;
using Persistence.Providers;

namespace Persistence.Reading;

/// <summary>A connection with the commands that it has prepared: as many as fit, the least recently used goes first.</summary>
internal sealed class ReadConnection(IReadDatabase database, DbConnection connection) : IAsyncDisposable
{
    private const int MostCommands = 128;

    private readonly LeastRecentlyUsed<ReadStatement, DbCommand> _commands = new(MostCommands, static command => command.Dispose());

    public DbConnection Connection => connection;

    public void Interrupt() => database.Interrupt(connection);

    /// <summary>The prepared command of the statement, bound to the values.</summary>
    public DbCommand Bind(ReadStatement statement, IReadOnlyList<object> values)
    {
        if (!_commands.TryGet(statement, out var command))
        {
            command = Prepare(statement, values);
            _commands.Add(statement, command);
            return command;
        }

        for (var i = 0; i < values.Count; i++)
        {
            command.Parameters[i].Value = Stored(statement.Slots[i], values[i]);
        }

        return command;
    }

    public async ValueTask DisposeAsync()
    {
        _commands.Clear();
        await connection.DisposeAsync();
    }

    private DbCommand Prepare(ReadStatement statement, IReadOnlyList<object> values)
    {
        if (values.Count != statement.Slots.Count)
        {
            throw new InvalidOperationException("The statement was written for another shape of query.");
        }

        var command = connection.CreateCommand();
        command.CommandText = statement.Sql;
        for (var i = 0; i < values.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = statement.Slots[i].Name;
            parameter.Value = Stored(statement.Slots[i], values[i]);
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }

    private object Stored(ParameterSlot slot, object value) => slot.Form switch
    {
        SlotForm.Value => Convert(slot, value),
        SlotForm.Stored => value,
        SlotForm.List => database.Dialect.ListValue([.. ((IReadOnlyList<object>)value).Select(element => Convert(slot, element))]),
        SlotForm.Pattern => database.Dialect.TextValue((string)value, slot.Match!.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(slot)),
    };

    private static object Convert(ParameterSlot slot, object value) =>
        slot.Mapping.Converter is { } converter && value.GetType() != converter.ProviderClrType
            ? converter.ConvertToProvider(value)!
            : value;
}
