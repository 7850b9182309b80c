using Domain.Notices;
using Domain.Persons;
using Domain.Places;
using Domain.Shared;
using Domain.StatusChanges;
using Persistence.Encryption;
using Persistence.StatusChanges;

namespace Persistence.Register;

/// <summary>Makes one invented person after the other.</summary>
internal sealed class SyntheticPerson(
    RegisterPlan plan, IReadOnlyList<Community> communities, BlindIndex index, FieldCipher cipher)
{
    private const int AgeOfMajority = 18;

    // Who observed a residence: the federation's own survey.
    private const string Observer = "federation";

    private static readonly string[] RelationsOfMinors = ["父亲", "母亲", "祖父", "祖母"];

    private static readonly string[] RelationsOfAdults = ["配偶", "子女", "兄弟姐妹", "父亲", "母亲"];

    public RegisterEntry Make(int ordinal, Community community, IdNumber number, Sex sex, SyntheticKeys keys)
    {
        var dice = new Dice(plan.Seed, ordinal);
        var isFirst = ordinal == 0;
        var birthDate = number.BirthDate;
        var age = SyntheticAges.On(plan.Today, birthDate);
        var people = SyntheticPeoples.Of(dice, community.DivisionCode);
        var name = SyntheticNames.Of(dice, SyntheticPeoples.IsMinority(people));
        var folded = PersonName.Fold(name);
        var certificate = SyntheticCertificate.Of(dice, birthDate, plan.Today, isFirst);
        var state = StateOf(dice, community, birthDate, certificate);
        var id = PersonId.Of(keys.Next());
        var phone = isFirst || dice.PerMille(850) ? Phone(dice) : null;
        var isPoor = dice.PerMille(220);
        var person = new Person
        {
            Id = id,
            State = state,
            IdNumber = number,
            IdNumberIndex = index.OfIdNumber(number),
            Name = name,
            FoldedName = folded,
            Sex = sex,
            BirthDate = PartialDate.Of(birthDate),
            Ethnicity = people,
            WeakIndex = index.OfWeakKey(folded, PartialDate.Of(birthDate), state.HukouCommunityCode),
            Phone = phone,
            PhoneIndex = phone is null ? null : index.OfPhone(phone),
            CertificateCategory = certificate.Category,
            CertificateLevel = certificate.Level,
            CertificateComponents = certificate.Components,
            CertificateIssuedOn = certificate.IssuedOn,
            CertificateValidUntil = certificate.ValidUntil,
            CertificateReplacements = certificate.Replacements,
            IsOnSubsistenceAllowance = isPoor,
            FoldedTo = plan.Today,
        };
        Settle(person, dice, state);
        if (age < AgeOfMajority || certificate.NeedsGuardian)
        {
            person.GuardianName = SyntheticNames.Of(dice, false);
            person.GuardianRelation = dice.Pick(age < AgeOfMajority ? RelationsOfMinors : RelationsOfAdults);
            person.GuardianPhone = Phone(dice);
        }

        var founding = Founding(ordinal, id, state, keys);
        return new RegisterEntry(
            person,
            [.. SubsidiesOf(dice, keys, id, isPoor, certificate)],
            SyntheticNeeds.Of(dice, keys, id, age, certificate, plan.Today),
            founding);
    }

    private PersonState StateOf(Dice dice, Community community, DateOnly birthDate, SyntheticCertificate certificate)
    {
        var days = plan.Today.DayNumber - birthDate.DayNumber;
        return new PersonState
        {
            LifeStatus = LifeStatus.Alive,
            HukouDivisionCode = community.DivisionCode,
            HukouCommunityCode = dice.PerMille(985) ? community.Code : null,
            HukouAddress = AddressIn(community, dice),
            HukouStatus = HukouStatus.Registered,
            HukouSince = dice.PerMille(700) ? birthDate : birthDate.AddDays(dice.Next(days + 1)),
            ManagementUnitCode = community.ManagementUnitCode,
            CommunityCode = community.Code,
            CertificateStatus = certificate.Status,
        };
    }

    private void Settle(Person person, Dice dice, PersonState state)
    {
        var kind = dice.Next(100);
        if (kind >= 60)
        {
            return;
        }

        // Fifteen of a hundred live elsewhere, most of them in another community of the city.
        var elsewhere = kind < 11 ? dice.Pick(communities) : null;
        person.ResidenceAddress = kind is >= 11 and < 15 ? "外省市务工地"
            : elsewhere is null ? state.HukouAddress
            : AddressIn(elsewhere, dice);
        person.ResidenceCommunityCode = kind is >= 11 and < 15 ? null : elsewhere?.Code ?? state.CommunityCode;
        person.ResidenceObservedAt = plan.Today.AddDays(-dice.Next(400));
        person.ResidenceSource = Observer;
    }

    private Evidence Founding(int ordinal, PersonId person, PersonState state, SyntheticKeys keys) => new()
    {
        Id = EvidenceId.Of(keys.Next()),
        Position = ordinal + 1L,
        PersonId = person,
        Type = EvidenceType.Founding,
        Client = FoundingPayload.Client,
        ReceivedAt = Shanghai.MidnightOf(plan.Today),
        Payload = FoundingPayload.Seal(state, cipher),
        IsStanding = true,
    };

    private IEnumerable<Subsidy> SubsidiesOf(
        Dice dice, SyntheticKeys keys, PersonId person, bool isPoor, SyntheticCertificate certificate)
    {
        if (isPoor && dice.PerMille(900))
        {
            yield return Subsidy(SubsidyKind.Living);
        }

        if (certificate.IsSevere && dice.PerMille(750))
        {
            yield return Subsidy(SubsidyKind.Nursing);
        }

        Subsidy Subsidy(SubsidyKind kind)
        {
            var since = certificate.IssuedOn.AddDays(dice.Next(plan.Today.DayNumber - certificate.IssuedOn.DayNumber + 1));
            return new Subsidy
            {
                Id = keys.Next(),
                PersonId = person,
                Kind = kind,
                Since = since,
                Until = dice.PerMille(60) ? since.AddDays(dice.Next(plan.Today.DayNumber - since.DayNumber + 1)) : null,
            };
        }
    }

    private static string AddressIn(Community community, Dice dice) =>
        $"云南省昆明市{Divisions.NameOf(community.DivisionCode)}{community.TownName}{community.Name}{1 + dice.Next(300)}号";

    // No subscriber's number begins with 100.
    private static string Phone(Dice dice) => $"100{dice.Next(100_000_000):D8}";
}
