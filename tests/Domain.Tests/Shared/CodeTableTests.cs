using Domain.Access;
using Domain.Notices;
using Domain.Persons;
using Domain.ServiceNeeds;
using Domain.Shared;
using Domain.StatusChanges;

namespace Domain.Tests.Shared;

/// <summary>The code tables of domain.md: what the API, the database and the logs say is exactly what is written there.</summary>
public sealed class CodeTableTests
{
    public static TheoryData<Type, string> Tables => new()
    {
        { typeof(Sex), "MALE FEMALE" },
        { typeof(LifeStatus), "ALIVE DEATH_REPORTED DECEASED DECLARED_DEAD" },
        { typeof(HukouStatus), "REGISTERED CANCELLED_DEATH CANCELLED_OTHER MOVED_IN_CITY MOVED_OUT_CITY UNKNOWN" },
        { typeof(DisabilityCategory), "VISUAL HEARING SPEECH PHYSICAL INTELLECTUAL MENTAL MULTIPLE" },
        { typeof(CertificateStatus), "ACTIVE EXPIRED LOST FROZEN TRANSFERRING TRANSFERRED_OUT CANCELLED" },
        {
            typeof(CertificateStatusReason),
            "DEATH_UNDER_VERIFICATION TRANSFER_OVERDUE_6M IDENTITY_DISPUTE SUSPECTED_FRAUD DEATH NO_LONGER_ELIGIBLE VOLUNTARY " +
            "FRAUD TRANSFER_OVERDUE_1Y DECLARED_DEAD DECLARED_MISSING DUPLICATE HUKOU_GONE_NOT_DEATH"
        },
        {
            typeof(ServiceDomain),
            "ECONOMY_HOUSING EDUCATION EMPLOYMENT SOCIAL_SECURITY MEDICAL_REHAB ACCESSIBILITY CULTURE_SPORTS CARE"
        },
        { typeof(ServiceNeedKind), "WANTED RECEIVED" },
        { typeof(ServiceNeedStatus), "WANTED PLANNED IN_SERVICE MET UNMET_CLOSED WITHDRAWN" },
        { typeof(Purpose), "LIFE_SYNC SUBSIDY ASSIST REHAB VERIFY STATS SURVEY SELF CERT AUDIT" },
        { typeof(DisclosureLevel), "CLEAR MASKED MATCH_ONLY AGGREGATE DENIED" },
        { typeof(GrantState), "DRAFT ACTIVE SUSPENDED EXPIRED REVOKED TERMINATED" },
        {
            typeof(EvidenceType),
            "FOUNDING HUKOU_CANCELLED DEATH_CERTIFICATE CREMATION COURT_DECLARED_DEAD COURT_DECLARATION_REVOKED HUKOU_MOVED " +
            "IDENTITY_CORRECTED SOCIAL_REPORT"
        },
        {
            typeof(StatusChangeType),
            "DEATH_REPORTED DEATH_CONFIRMED DEATH_DECLARED DEATH_CORRECTED DEATH_REVERSED RELOCATED TRANSFER_OPENED " +
            "TRANSFER_ACCEPTED TRANSFER_REJECTED TRANSFER_OVERDUE CERTIFICATE_FROZEN CERTIFICATE_UNFROZEN CERTIFICATE_CANCELLED " +
            "CERTIFICATE_REINSTATED CERTIFICATE_REPLACED CERTIFICATE_EXPIRING IDENTITY_CORRECTED PERSONS_MERGED PERSONS_SPLIT " +
            "GRANT_CHANGED WITHHELD HEARTBEAT"
        },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_codes_are_those_of_the_table(Type table, string codes) =>
        Assert.Equal(codes, string.Join(' ', Enum.GetValues(table).Cast<Enum>().Select(ApiName.Of)));

    [Fact]
    public void Every_code_of_the_domain_has_a_name_of_its_own_and_reads_as_one() =>
        Assert.All(
            typeof(ApiName).Assembly.GetTypes().Where(type => type.IsEnum),
            table =>
            {
                var names = Enum.GetValues(table).Cast<Enum>().Select(ApiName.Of).ToArray();

                Assert.Equal(names.Length, names.Distinct().Count());
                Assert.All(names, name => Assert.Matches("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$", name));
            });

    [Theory]
    [InlineData(DisabilityCategory.Visual, 1)]
    [InlineData(DisabilityCategory.Hearing, 2)]
    [InlineData(DisabilityCategory.Speech, 3)]
    [InlineData(DisabilityCategory.Physical, 4)]
    [InlineData(DisabilityCategory.Intellectual, 5)]
    [InlineData(DisabilityCategory.Mental, 6)]
    [InlineData(DisabilityCategory.Multiple, 7)]
    public void A_category_is_its_digit_in_the_certificate_number(DisabilityCategory category, int digit) =>
        Assert.Equal(digit, (int)category);

    [Fact]
    public void A_stored_name_becomes_the_code_again() =>
        Assert.All(Enum.GetValues<CertificateStatusReason>(), reason =>
            Assert.Equal(reason, ApiName<CertificateStatusReason>.Parse(ApiName.Of(reason))));
}
