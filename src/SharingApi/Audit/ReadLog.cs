using System.Text;
using Domain.Access;
using Domain.Audit;
using Domain.Persons;
using Persistence.Audit;
using SharingApi.Graph;

#if MEASURED_WITHOUT_READ_LOG && !DEVELOPMENT_ISSUER
#error A build that is shipped keeps the read log.
#endif

namespace SharingApi.Audit;

/// <summary>Commits what an operation disclosed before its first byte leaves.</summary>
internal sealed class ReadLog(ReadLogWriter writer, TimeProvider clock)
{
    private const int BytesOfId = 16;

    /// <summary>
    /// Returns when the operation's one entry is durable; does nothing where none is owed. Throws where the store failed:
    /// then the operation must answer INTERNAL and disclose nothing.
    /// </summary>
    public ValueTask CommitAsync(OperationContext operation, ReadOutcome outcome) =>
        operation is { Record.ConcernsPersons: true, Caller: { } caller }
            ? CommitAsync(EntryOf(caller, operation.Disclosure, operation.Record, outcome))
            : ValueTask.CompletedTask;

#if MEASURED_WITHOUT_READ_LOG
    private ValueTask CommitAsync(ReadLogEntry entry)
    {
        _ = (writer, entry);
        return ValueTask.CompletedTask;
    }
#else
    private ValueTask CommitAsync(ReadLogEntry entry) => new(writer.CommitAsync(entry));
#endif

    private ReadLogEntry EntryOf(Access.Caller caller, Disclosure disclosure, ReadRecord record, ReadOutcome outcome)
    {
        var now = clock.GetUtcNow();
        return new ReadLogEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Client = caller.Client,
            User = caller.User,
            Kind = caller.Kind,
            Purpose = disclosure.Purpose,
            Grant = disclosure.Grant,
            CaseReference = record.CaseReference,
            RequestId = record.RequestId,
            RootFields = string.Join(',', record.RootFields),
            Items = TextOf(record.Items),
            Outcome = outcome,
            PersonCount = record.Persons.Count,
            Persons = BytesOf(record.Persons),
        };
    }

    private static string TextOf(Dictionary<CatalogueItem, DisclosureLevel> items)
    {
        var text = new StringBuilder(items.Count * 24);
        foreach (var item in CatalogueItem.All)
        {
            if (items.TryGetValue(item, out var level))
            {
                text.Append(text.Length == 0 ? string.Empty : ",").Append(item.Key).Append(':').Append(LevelLetter.Of(level));
            }
        }

        return text.ToString();
    }

    private static byte[] BytesOf(HashSet<PersonId> persons)
    {
        var bytes = new byte[persons.Count * BytesOfId];
        var position = 0;
        foreach (var person in persons)
        {
            person.Value.TryWriteBytes(bytes.AsSpan(position, BytesOfId), bigEndian: true, out _);
            position += BytesOfId;
        }

        return bytes;
    }
}
