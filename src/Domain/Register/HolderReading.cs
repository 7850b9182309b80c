using Domain.Persons;
using Domain.Shared;

namespace Domain.Register;

/// <summary>What came of reading one line of an existing register: the holder, or why there is none, and every remark.</summary>
public sealed class HolderReading
{
    private const int ValidYears = 10;
    private const int AgeOfMajority = 18;
    private const int LongestEthnicity = 20;
    private const int LongestPlaceName = 60;

    private HolderReading(Holder? holder, IReadOnlyList<Finding> findings) => (Holder, Findings) = (holder, findings);

    /// <summary>The holder, unless an error was found.</summary>
    public Holder? Holder { get; }

    /// <summary>Errors refuse the line; what is to be reviewed and what is only remarked on does not.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Reads a line.</summary>
    /// <param name="sent">What stands in a column; null where there is no such column.</param>
    /// <param name="rules">The day of the import, and whether invented people are taken.</param>
    public static HolderReading Read(Func<HolderField, string?> sent, IdNumberRules rules)
    {
        var fields = new HolderFieldReader(sent, rules);
        var number = HolderNumbers.Read(fields, rules);
        var name = fields.Name(HolderField.Name);
        Require(fields, HolderField.Name);
        var issuedOn = fields.Day(HolderField.IssuedOn);
        Require(fields, HolderField.IssuedOn);
        var validUntil = fields.Day(HolderField.ValidUntil, mayLieAhead: true) ?? issuedOn?.AddYears(ValidYears);
        var founding = HolderState.Read(fields);
        var sex = fields.Word(HolderField.Sex, RegisterWords.Sexes);
        var birthDate = fields.Date(HolderField.BirthDate);
        var residence = fields.Community(HolderField.ResidenceCommunity);
        var components = HolderComponents.Read(fields, number?.Category, number?.Level);
        var holder = number is null || name is null || issuedOn is null || validUntil is null || founding is null
            ? null
            : new Holder
            {
                Name = name,
                IdNumber = number.IdNumber,
                Sex = sex ?? number.IdNumber.Sex,
                BirthDate = birthDate ?? PartialDate.Of(number.IdNumber.BirthDate),
                Ethnicity = fields.Text(HolderField.Ethnicity, LongestEthnicity),
                Category = number.Category,
                Level = number.Level,
                Components = components,
                Replacements = number.Replacements,
                IssuedOn = issuedOn.Value,
                ValidUntil = validUntil.Value,
                Founding = founding,
                ResidenceAddress = fields.Text(HolderField.ResidenceAddress),
                ResidenceCommunityCode = HolderState.InTheCity(fields, HolderField.ResidenceCommunity, residence),
                ResidenceObservedOn = fields.Day(HolderField.ResidenceObservedOn),
                Phone = fields.Phone(HolderField.Phone),
                GuardianName = fields.Name(HolderField.GuardianName),
                GuardianRelation = fields.Text(HolderField.GuardianRelation, LongestEthnicity),
                GuardianPhone = fields.Phone(HolderField.GuardianPhone),
                IsOnSubsistenceAllowance = fields.Word(HolderField.IsOnSubsistenceAllowance, RegisterWords.Flags) ?? false,
                Subsidies = [.. SubsidiesOf(fields)],
                CommunityName = fields.Text(HolderField.CommunityName, LongestPlaceName),
                TownName = fields.Text(HolderField.TownName, LongestPlaceName),
            };
        Compare(fields, number?.IdNumber, sex, birthDate);
        if (holder is { GuardianName: null } && NeedsGuardian(holder, rules.Today))
        {
            fields.Say(HolderField.GuardianName, RegisterFindings.GuardianMissing);
        }

        return new(fields.HasErrors ? null : holder, fields.Findings);
    }

    internal static void Require(HolderFieldReader fields, HolderField field)
    {
        if (fields[field] is null)
        {
            fields.Say(field, RegisterFindings.Missing);
        }
    }

    private static void Compare(HolderFieldReader fields, IdNumber? number, Sex? sex, PartialDate? birthDate)
    {
        if (number is { } known)
        {
            fields.Say(HolderField.IdNumber, known.CompareWith(sex, birthDate));
        }
    }

    private static IEnumerable<HolderSubsidy> SubsidiesOf(HolderFieldReader fields)
    {
        (SubsidyKind, HolderField, HolderField)[] kinds =
        [
            (SubsidyKind.Living, HolderField.LivingSubsidySince, HolderField.LivingSubsidyUntil),
            (SubsidyKind.Nursing, HolderField.NursingSubsidySince, HolderField.NursingSubsidyUntil),
        ];
        foreach (var (kind, since, until) in kinds)
        {
            if (fields.Day(since) is { } day)
            {
                yield return new(kind, day, fields.Day(until, mayLieAhead: true));
            }
        }
    }

    private static bool NeedsGuardian(Holder holder, DateOnly today) =>
        holder.BirthDate.Latest.AddYears(AgeOfMajority) > today ||
        holder.Category is DisabilityCategory.Intellectual or DisabilityCategory.Mental ||
        holder.Components?.Split(',').Any(part => part[0] is '5' or '6') == true;
}
