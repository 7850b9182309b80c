using Domain.Persons;

namespace Domain.Register;

/// <summary>ID number, category and level of a line, from whichever of its columns has them; they must agree (domain 3.1, 3.2).</summary>
internal sealed record HolderNumbers(IdNumber IdNumber, DisabilityCategory Category, int Level, int Replacements)
{
    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(HolderNumbers);

    public static HolderNumbers? Read(HolderFieldReader fields, IdNumberRules rules)
    {
        var certificate = Certificate(fields, rules);
        var number = Number(fields, rules) ?? (fields[HolderField.IdNumber] is null ? certificate?.IdNumber : null);
        var category = fields.Word(HolderField.Category, RegisterWords.Categories) ?? certificate?.Category;
        var level = fields.Word(HolderField.Level, RegisterWords.Levels) ?? certificate?.Level;
        if (fields[HolderField.CertificateNumber] is null)
        {
            HolderReading.Require(fields, HolderField.IdNumber);
            HolderReading.Require(fields, HolderField.Category);
            HolderReading.Require(fields, HolderField.Level);
        }

        if (number is not { } known || category is not { } kind || level is not { } degree)
        {
            return null;
        }

        if (certificate is { } printed)
        {
            fields.Say(HolderField.CertificateNumber, printed.CompareWith(known, kind, degree));
        }

        return new(known, kind, degree, certificate?.Replacements ?? 0);
    }

    private static CertificateNumber? Certificate(HolderFieldReader fields, IdNumberRules rules)
    {
        if (fields[HolderField.CertificateNumber] is not { } text)
        {
            return null;
        }

        var reading = CertificateNumber.ReadArchive(text, rules);
        fields.Say(HolderField.CertificateNumber, reading.Findings);
        return reading.Number;
    }

    private static IdNumber? Number(HolderFieldReader fields, IdNumberRules rules)
    {
        if (fields[HolderField.IdNumber] is not { } text)
        {
            return null;
        }

        var reading = IdNumber.Read(text, rules);
        if (reading.Findings.Any(finding => finding.Code == PersonFindings.IdLegacy15.Code))
        {
            reading = IdNumber.ConvertLegacy(text, rules);
            if (reading.IsAccepted)
            {
                fields.Say(HolderField.IdNumber, RegisterFindings.IdDerived);
            }
        }

        fields.Say(HolderField.IdNumber, reading.Findings);
        return reading.Number;
    }
}
