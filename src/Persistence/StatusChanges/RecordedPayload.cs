using System.Text.Json;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;
using Persistence.Encryption;

namespace Persistence.StatusChanges;

/// <summary>Identity and residence as they were first recorded: kept aside, encrypted, once evidence changes them.</summary>
internal static class RecordedPayload
{
    public static byte[] Seal(PersonState founding, FieldCipher cipher)
    {
        var (identity, residence) = (founding.Identity!, founding.Residence!);
        return cipher.Encrypt(JsonSerializer.SerializeToUtf8Bytes(new Written(
            identity.IdNumber.Value,
            identity.Name,
            ApiName.Of(identity.Sex),
            identity.BirthDate.Text,
            residence.Address,
            residence.CommunityCode,
            residence.ObservedOn,
            residence.Source,
            residence.IsHere)));
    }

    /// <summary>What was recorded of a person: set aside, or still in the row.</summary>
    public static (Identity Identity, Residence Residence) Of(Person person, FieldCipher cipher)
    {
        if (person.Recorded is null)
        {
            var state = person.State;
            return (state.Identity!, state.Residence!);
        }

        var written = JsonSerializer.Deserialize<Written>(cipher.Decrypt(person.Recorded))
            ?? throw new JsonException("A person without what was recorded.");
        return (
            new(IdNumber.FromStore(written.IdNumber), written.Name, ApiName<Sex>.Parse(written.Sex), PartialDate.FromStore(written.BirthDate)),
            new(written.Address, written.Community, written.ObservedOn, written.Source, written.IsHere));
    }

    private sealed record Written(
        string IdNumber,
        string Name,
        string Sex,
        string BirthDate,
        string? Address,
        string? Community,
        DateOnly? ObservedOn,
        string? Source,
        bool IsHere);
}
