using Domain.Access;
using Domain.Shared;
using Persistence.Access;
using SharingApi.Graph.Errors;

namespace SharingApi.Graph.Limits;

/// <summary>Holds operations to the volume of their grant: how persons are asked for, and how many a day.</summary>
internal sealed class VolumeGate(VolumeLedger ledger)
{
    private const string Key = "volume.room";

    private static readonly Refusal OneByOne = new(
        "LIMIT_BULK", "This grant is for one person at a time: ask by number or by id, not by lists.");

    /// <summary>Takes room for all that the plans could disclose, or refuses; decided by document and count, never by what is found.</summary>
    /// <param name="operation">Whose grant it is.</param>
    /// <param name="persons">Most persons that the plans could disclose.</param>
    /// <param name="lists">Whether any of them lists persons.</param>
    /// <param name="cancellationToken">Takes it back while it waits.</param>
    public async ValueTask<RefusalError?> AdmitAsync(
        OperationContext operation, int persons, bool lists, CancellationToken cancellationToken)
    {
        var disclosure = operation.Disclosure;
        if (disclosure.Volume.Access == VolumeAccess.OneByOne && lists)
        {
            return OneByOne.With(("limit", 1), ("requested", persons));
        }

        if (disclosure is not { Volume.PersonsPerDay: { } limit, Grant: { } grant })
        {
            return null;
        }

        if (!(await ledger.TakeAsync(grant, limit, persons, cancellationToken)).Succeeded(out var room, out var refusal))
        {
            return refusal.With(("limit", limit), ("requested", persons));
        }

        operation[Key] = room;
        return null;
    }

    /// <summary>Counts whom the answer discloses, before its first byte leaves; the refusal that takes its place where that is too much.</summary>
    public async ValueTask<RefusalError?> SettleAsync(OperationContext operation)
    {
        if (!operation.Remove(Key, out var taken) || taken is not VolumeRoom room ||
            await ledger.SettleAsync(room, operation.Record.Persons))
        {
            return null;
        }

        return new Refusal("LIMIT_PERSONS", "This would disclose more persons than are left today.")
            .With(("limit", room.Limit), ("requested", operation.Record.Persons.Count));
    }
}
