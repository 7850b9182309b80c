using System.Text.Json;
using Microsoft.Data.Sqlite;
using Persistence.Encryption;

namespace Peer;

/// <summary>Takes notices durably, one row each and nothing more: no match, no evidence, no effect.</summary>
/// <remarks>
/// In a file of its own beside the register, with the server's settings: a commit costs the same, and the register stays as
/// the server left it. One writer at a time, as SQLite wants it.
/// </remarks>
internal sealed class NoticeStore : IAsyncDisposable
{
    private const string Settings =
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA busy_timeout = 10000;
        CREATE TABLE IF NOT EXISTS Notices (
            Id INTEGER PRIMARY KEY, MessageDigest BLOB NOT NULL, ReceivedAt INTEGER NOT NULL, Payload BLOB NOT NULL);
        """;

    private const string Insert =
        "INSERT INTO Notices (MessageDigest, ReceivedAt, Payload) VALUES (@digest, @receivedAt, @payload)";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly FieldCipher _cipher;
    private readonly BlindIndex _index;
    private readonly TimeProvider _clock;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly SqliteParameter _digest = new() { ParameterName = "@digest" };
    private readonly SqliteParameter _receivedAt = new() { ParameterName = "@receivedAt" };
    private readonly SqliteParameter _payload = new() { ParameterName = "@payload" };

    public NoticeStore(string directory, FieldCipher cipher, BlindIndex index, TimeProvider clock)
    {
        _cipher = cipher;
        _index = index;
        _clock = clock;
        _connection = new SqliteConnection($"Data Source={Path.Combine(directory, "peer.db")};Pooling=False");
        _connection.Open();
        using (var settings = _connection.CreateCommand())
        {
            settings.CommandText = Settings;
            settings.ExecuteNonQuery();
        }

        _insert = _connection.CreateCommand();
        _insert.CommandText = Insert;
        _insert.Parameters.AddRange([_digest, _receivedAt, _payload]);
    }

    /// <summary>Stores the notices in one transaction. When it returns, they are on the disk.</summary>
    public async ValueTask<DateTimeOffset> AddAsync(IReadOnlyList<JsonElement> notices)
    {
        var receivedAt = _clock.GetUtcNow();
        var rows = notices.Select(RowOf).ToList();
        await _turn.WaitAsync();
        try
        {
            using var transaction = _connection.BeginTransaction();
            _insert.Transaction = transaction;
            _receivedAt.Value = receivedAt.UtcTicks;
            foreach (var (digest, payload) in rows)
            {
                _digest.Value = digest;
                _payload.Value = payload;
                _insert.ExecuteNonQuery();
            }

            transaction.Commit();
            return receivedAt;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _insert.DisposeAsync();
        await _connection.DisposeAsync();
        _turn.Dispose();
    }

    private (byte[] Digest, byte[] Payload) RowOf(JsonElement notice) => (
        _index.OfMessageId("public-security", notice.GetProperty("messageId").GetString()!),
        _cipher.Encrypt(notice.GetRawText()));
}
