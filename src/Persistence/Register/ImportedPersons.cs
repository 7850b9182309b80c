using Domain.Notices;
using Domain.Persons;
using Domain.Register;
using Domain.Shared;
using Domain.StatusChanges;
using Persistence.Encryption;
using Persistence.StatusChanges;

namespace Persistence.Register;

/// <summary>Makes a person of each holder of an existing register, with the one piece of evidence that the state comes from.</summary>
public sealed class ImportedPersons(BlindIndex index, FieldCipher cipher)
{
    // Who observed a residence that a register states: the federation's own work.
    private const string Observer = "federation";

    private static readonly KnownCommunities NoMoves = new([]);

    /// <summary>The holders in their order, whose keys are older than any key given later.</summary>
    /// <param name="holders">Read once.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="today">The day of the founding.</param>
    public IEnumerable<RegisterEntry> Make(IEnumerable<Holder> holders, int count, DateOnly today)
    {
        var midnight = Shanghai.MidnightOf(today);
        var ordinal = 0;
        foreach (var holder in holders)
        {
            var instant = midnight.AddMilliseconds(ordinal - count);
            yield return Make(holder, ++ordinal, instant, today);
        }
    }

    private RegisterEntry Make(Holder holder, long position, DateTimeOffset instant, DateOnly today)
    {
        var id = PersonId.Of(Guid.CreateVersion7(instant));
        var folded = PersonName.Fold(holder.Name);
        var state = Fold.Of(new Dossier(holder.Founding, [], [], holder.ValidUntil), NoMoves, today).State;
        var person = new Person
        {
            Id = id,
            State = state,
            IdNumber = holder.IdNumber,
            IdNumberIndex = index.OfIdNumber(holder.IdNumber),
            Name = holder.Name,
            FoldedName = folded,
            Sex = holder.Sex,
            BirthDate = holder.BirthDate,
            Ethnicity = holder.Ethnicity,
            WeakIndex = index.OfWeakKey(folded, holder.BirthDate, state.HukouCommunityCode),
            Phone = holder.Phone,
            PhoneIndex = holder.Phone is { } phone ? index.OfPhone(phone) : null,
            GuardianName = holder.GuardianName,
            GuardianRelation = holder.GuardianRelation,
            GuardianPhone = holder.GuardianPhone,
            CertificateCategory = holder.Category,
            CertificateLevel = holder.Level,
            CertificateComponents = holder.Components,
            CertificateIssuedOn = holder.IssuedOn,
            CertificateValidUntil = holder.ValidUntil,
            CertificateReplacements = holder.Replacements,
            IsOnSubsistenceAllowance = holder.IsOnSubsistenceAllowance,
            ResidenceAddress = holder.ResidenceAddress,
            ResidenceCommunityCode = holder.ResidenceCommunityCode,
            ResidenceObservedAt = holder.ResidenceObservedOn,
            ResidenceSource = holder.ResidenceAddress is null && holder.ResidenceCommunityCode is null ? null : Observer,
            FoldedTo = today,
        };
        return new(person, [.. holder.Subsidies.Select(subsidy => Of(subsidy, id, instant))], [], Founding(holder, id, position, instant, today));
    }

    private static Subsidy Of(HolderSubsidy subsidy, PersonId person, DateTimeOffset instant) => new()
    {
        Id = Guid.CreateVersion7(instant),
        PersonId = person,
        Kind = subsidy.Kind,
        Since = subsidy.Since,
        Until = subsidy.Until,
    };

    private Evidence Founding(Holder holder, PersonId person, long position, DateTimeOffset instant, DateOnly today) => new()
    {
        Id = EvidenceId.Of(Guid.CreateVersion7(instant)),
        Position = position,
        PersonId = person,
        Type = EvidenceType.Founding,
        Client = FoundingPayload.Client,
        ReceivedAt = Shanghai.MidnightOf(today),
        Payload = FoundingPayload.Seal(holder.Founding, cipher),
        IsStanding = true,
    };
}
