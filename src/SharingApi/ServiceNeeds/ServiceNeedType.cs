using Domain.Access;
using Domain.ServiceNeeds;
using Persistence.Reading;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;
using SharingApi.Persons;

namespace SharingApi.ServiceNeeds;

/// <summary>A service that a person wants or receives. A row whose domain is not clear to the caller does not exist for it.</summary>
internal sealed class ServiceNeedType : RowType<ServiceNeed>, IStandsFor<ServiceNeed>
{
    private const string Reason = "the row is guarded by the item of its domain";

    private static readonly (ServiceDomain Domain, CatalogueItem Item)[] Guards =
    [
        (ServiceDomain.EconomyHousing, CatalogueItem.NeedEconomyHousing),
        (ServiceDomain.Education, CatalogueItem.NeedEducation),
        (ServiceDomain.Employment, CatalogueItem.NeedEmployment),
        (ServiceDomain.SocialSecurity, CatalogueItem.NeedSocialSecurity),
        (ServiceDomain.MedicalRehab, CatalogueItem.NeedMedicalRehab),
        (ServiceDomain.Accessibility, CatalogueItem.NeedAccessibility),
        (ServiceDomain.CultureSports, CatalogueItem.NeedCultureSports),
        (ServiceDomain.Care, CatalogueItem.NeedCare),
    ];

    public ServiceNeedType()
    {
        Name = "ServiceNeed";
        Description = "A service that a person wants or receives. 服务需求或已获服务。";
        Interface<NodeType>();
        Discloses(n => n.PersonId);

        Id(NodeId.NeedPrefix, n => n.Id)
            .Description("Opaque and stable. 不透明且稳定的标识。")
            .Open(Reason);
        Field("person").Joins(n => n.Person)
            .Description("Whose need it is. 所属人员。")
            .Open("its fields are guarded one by one");
        Field("domain").Reads(n => n.Domain)
            .Description("What it is about. 服务领域。")
            .Open(Reason);
        Field("itemCode").Reads(n => n.ItemCode)
            .Description("Code of the service. 服务项目代码。")
            .Open(Reason);
        Field("kind").Reads(n => n.Kind)
            .Description("Wanted or received. 需求或已获服务。")
            .Open(Reason);
        Field("year").Reads(n => n.Year)
            .Description("Year of the survey. 调查年度。")
            .Open(Reason);
        Field("provider").Reads(n => n.Provider)
            .Description("Who provides it. 服务提供方。")
            .Open(Reason);
        Field("status").Reads(n => n.Status)
            .Description("How far it has come. 需求状态。")
            .Open(Reason);
        Field("closeReason").Reads(n => n.CloseReason)
            .Description("Why it was closed unmet. 关闭原因。")
            .Open(Reason);
    }

    public override IEnumerable<CatalogueItem> RowItems => Guards.Select(guard => guard.Item);

    public override ReadPredicate? InScope(OperationContext operation, string prefix) =>
        PersonScope.OfRows(operation, $"{prefix}{nameof(ServiceNeed.Person)}.");

    public override ReadPredicate? Visible(OperationContext operation, string prefix)
    {
        var clear = Guards.Where(guard => operation.Disclosure.IsClear(guard.Item)).Select(guard => (object)guard.Domain).ToList();
        return clear.Count == Guards.Length ? null : new ReadPredicate.In($"{prefix}{nameof(ServiceNeed.Domain)}", clear);
    }
}

internal sealed class ServiceNeedsConnectionType()
    : ConnectionType<ServiceNeedType>("ServiceNeeds", "service needs", "服务需求");
