using Domain.Access;
using Domain.Persons;
using GraphQL.Types;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Plans.Roots;
using SharingApi.Graph.Schema;
using SharingApi.Graph.Schema.Scalars;
using SharingApi.Persons.Checks;

namespace SharingApi.Persons;

/// <summary>Persons by list and by number.</summary>
internal sealed class PersonQueries : IRootFields
{
    private const string Reason = "who may ask for it goes by purpose; its fields are guarded themselves";

    public void AddTo(RootTypes roots)
    {
        roots.Query.Pages<PersonsConnectionType, PersonType>("persons")
            .Describe("Persons in the caller's scope. 权限范围内的人员列表。")
            .Open(Reason);
        roots.Query.Field<PersonType>("personByIdNumber")
            .Description("The person with this ID number, now or formerly; null where nobody or several have it. 按身份号码（含曾用号码）查询；无人或多人时为 null。")
            .Argument<NonNullGraphType<IdNumberType>>("idNumber", "The ID number. 公民身份号码。")
            .Open(Reason)
            .ReadBy(new LookupRoot("idNumber", CatalogueItem.PersonIdNumber, static (number, index) =>
                PersonNumbers.WasEverBorne((IdNumber)number, index)));
        roots.Query.Field<PersonType>("personByCertificateNumber")
            .Description("The person whose certificate has exactly this number; null where nobody's has. 按残疾人证号精确查询；无人时为 null。")
            .Argument<NonNullGraphType<CertificateNumberType>>("certificateNumber", "The certificate number. 残疾人证号。")
            .Open(Reason)
            .ReadBy(new LookupRoot("certificateNumber", CatalogueItem.CertificateNumber, static (number, index) =>
                PersonNumbers.IsOfCertificate((CertificateNumber)number, index)));
    }
}

internal static class PersonsFeature
{
    public static IServiceCollection AddPersons(this IServiceCollection services) => services
        .AddSingleton<PersonType>()
        .AddSingleton<HukouType>()
        .AddSingleton<ResidenceType>()
        .AddSingleton<GuardianType>()
        .AddSingleton<CertificateType>()
        .AddSingleton<SubsidyType>()
        .AddSingleton<IRootFields, PersonQueries>()
        .AddSingleton<IRootFields, CheckFields>();
}
