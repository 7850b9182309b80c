using Domain.Persons;
using Domain.Places;
using Domain.StatusChanges;

namespace Domain.Register;

/// <summary>The founding facts of a line: life, household registration, who is responsible, and the certificate's status.</summary>
internal static class HolderState
{
    private const int DivisionLength = 6;

    public static PersonState? Read(HolderFieldReader fields)
    {
        var hukouCommunity = fields.Community(HolderField.HukouCommunity);
        var community = fields.Community(HolderField.Community) ?? hukouCommunity;
        if (community is null)
        {
            HolderReading.Require(fields, HolderField.Community);
            return null;
        }

        var division = Division(fields, hukouCommunity ?? community);
        var unit = Unit(fields, community);
        var status = fields.Word(HolderField.CertificateStatus, RegisterWords.Certificates) ?? CertificateStatus.Active;
        var reason = fields.Word(HolderField.CertificateStatusReason, RegisterWords.Reasons);
        var needsReason = status is CertificateStatus.Frozen or CertificateStatus.Cancelled;
        if (reason is not null != needsReason || status == CertificateStatus.Transferring)
        {
            fields.Say(HolderField.CertificateStatus, RegisterFindings.StatusReason);
        }

        var life = fields.Word(HolderField.LifeStatus, RegisterWords.Lives) ?? LifeStatus.Alive;
        var deathDate = fields.Date(HolderField.DeathDate);
        if (life == LifeStatus.DeathReported || (life == LifeStatus.Alive && deathDate is not null))
        {
            fields.Say(HolderField.DeathDate, RegisterFindings.DeathDate);
        }

        return division is null || unit is null ? null : new PersonState
        {
            LifeStatus = life,
            DeathDate = deathDate,
            HukouDivisionCode = division,
            HukouCommunityCode = InTheCity(fields, HolderField.HukouCommunity, hukouCommunity),
            HukouAddress = fields.Text(HolderField.HukouAddress),
            HukouStatus = fields.Word(HolderField.HukouStatus, RegisterWords.Hukous) ?? HukouStatus.Registered,
            HukouSince = fields.Day(HolderField.HukouSince),
            ManagementUnitCode = unit,
            CommunityCode = community,
            CertificateStatus = status,
            CertificateStatusReason = reason,
        };
    }

    /// <summary>A community outside the city is none of our table: it is left out, with a remark.</summary>
    public static string? InTheCity(HolderFieldReader fields, HolderField field, string? community)
    {
        if (community is null || IsCounty(community[..DivisionLength]))
        {
            return community;
        }

        fields.Say(field, RegisterFindings.CommunityOutside);
        return null;
    }

    private static string? Division(HolderFieldReader fields, string community)
    {
        var code = fields[HolderField.HukouDivision] ?? community[..DivisionLength];
        if (Divisions.Find(code) is not null)
        {
            return code;
        }

        fields.Say(HolderField.HukouDivision, RegisterFindings.DivisionUnknown);
        return null;
    }

    private static string? Unit(HolderFieldReader fields, string community)
    {
        var county = community[..DivisionLength];
        if (!IsCounty(county))
        {
            fields.Say(HolderField.Community, RegisterFindings.DivisionUnknown);
            return null;
        }

        var code = fields[HolderField.ManagementUnit] ?? county;
        if (ManagementUnits.Find(code) is not null)
        {
            return code;
        }

        fields.Say(HolderField.ManagementUnit, RegisterFindings.UnitUnknown);
        return null;
    }

    private static bool IsCounty(string code) => Divisions.Counties.Any(county => county.Code == code);
}
