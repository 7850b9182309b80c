using Domain.Persons;
using Domain.ServiceNeeds;

namespace Persistence.Register;

/// <summary>Two or three invented service needs for a person, in domains that fit age and certificate (domain.md 5).</summary>
internal static class SyntheticNeeds
{
    private const int FirstWorkingAge = 16;
    private const int LastWorkingAge = 59;
    private const int LastSchoolAge = 22;

    private static readonly Dictionary<ServiceDomain, (string Provider, string[] Items)> Catalogue = new()
    {
        [ServiceDomain.EconomyHousing] = ("住房改造服务队", ["HOUSE_REPAIR", "HOUSE_REBUILDING", "FARMING_SUPPORT"]),
        [ServiceDomain.Education] = ("特殊教育服务中心", ["SCHOOL_PLACE", "TUITION_AID", "HOME_TEACHING"]),
        [ServiceDomain.Employment] = ("残疾人就业服务站", ["JOB_PLACEMENT", "SKILL_TRAINING", "SELF_EMPLOYMENT", "SHELTERED_WORK"]),
        [ServiceDomain.SocialSecurity] = ("社会保障服务窗口", ["PENSION_SUBSIDY", "MEDICAL_INSURANCE", "TEMPORARY_RELIEF"]),
        [ServiceDomain.MedicalRehab] = ("康复服务站", ["SURGERY", "MEDICINE", "ASSISTIVE_DEVICE", "REHAB_TRAINING", "HOME_NURSING"]),
        [ServiceDomain.Accessibility] = ("无障碍改造服务队", ["HOME_RAMP", "HOME_BATHROOM", "FLASHING_BELL"]),
        [ServiceDomain.CultureSports] = ("文化体育活动中心", ["READING", "HOME_FITNESS", "COMMUNITY_EVENT"]),
        [ServiceDomain.Care] = ("托养服务中心", ["RESIDENTIAL_CARE", "DAY_CARE", "HOME_CARE"]),
    };

    private static readonly (ServiceNeedStatus Value, int Weight)[] WantedStatuses =
    [
        (ServiceNeedStatus.Wanted, 60), (ServiceNeedStatus.Planned, 22),
        (ServiceNeedStatus.UnmetClosed, 10), (ServiceNeedStatus.Withdrawn, 8),
    ];

    private static readonly (ServiceNeedStatus Value, int Weight)[] ReceivedStatuses =
    [
        (ServiceNeedStatus.InService, 60), (ServiceNeedStatus.Met, 40),
    ];

    public static List<ServiceNeed> Of(
        Dice dice, SyntheticKeys keys, PersonId person, int age, SyntheticCertificate certificate, DateOnly today)
    {
        var domains = DomainsFor(age, certificate);
        dice.Shuffle(domains.AsSpan());
        var count = 2 + dice.Next(2);
        return [.. domains.Take(count).Select(domain => Need(dice, keys, person, domain, today))];
    }

    private static ServiceNeed Need(Dice dice, SyntheticKeys keys, PersonId person, ServiceDomain domain, DateOnly today)
    {
        var (provider, items) = Catalogue[domain];
        var isWanted = dice.PerMille(550);
        var status = dice.Pick(isWanted ? WantedStatuses : ReceivedStatuses);
        return new ServiceNeed
        {
            Id = ServiceNeedId.Of(keys.Next()),
            PersonId = person,
            Domain = domain,
            ItemCode = dice.Pick(items),
            Kind = isWanted ? ServiceNeedKind.Wanted : ServiceNeedKind.Received,
            Year = today.Year - dice.Next(2),
            Provider = isWanted ? null : provider,
            Status = status,
            CloseReason = status switch
            {
                ServiceNeedStatus.UnmetClosed => ServiceNeedCloseReason.NotAvailable,
                ServiceNeedStatus.Withdrawn => ServiceNeedCloseReason.NoLongerWanted,
                _ => null,
            },
        };
    }

    private static ServiceDomain[] DomainsFor(int age, SyntheticCertificate certificate)
    {
        var isOfWorkingAge = age is >= FirstWorkingAge and <= LastWorkingAge;
        var mayBeCaredFor = isOfWorkingAge && (certificate.NeedsGuardian ||
            (certificate.Category == DisabilityCategory.Physical && certificate.IsSevere));
        return
        [
            ServiceDomain.EconomyHousing,
            ServiceDomain.SocialSecurity,
            ServiceDomain.MedicalRehab,
            ServiceDomain.Accessibility,
            ServiceDomain.CultureSports,
            .. isOfWorkingAge ? [ServiceDomain.Employment] : Array.Empty<ServiceDomain>(),
            .. age <= LastSchoolAge ? [ServiceDomain.Education] : Array.Empty<ServiceDomain>(),
            .. mayBeCaredFor ? [ServiceDomain.Care] : Array.Empty<ServiceDomain>(),
        ];
    }
}
