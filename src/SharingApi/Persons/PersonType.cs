using Domain.Access;
using Domain.Persons;
using Domain.Places;
using Domain.ServiceNeeds;
using Domain.StatusChanges;
using Persistence.Reading;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;

namespace SharingApi.Persons;

/// <summary>A holder of a disability certificate.</summary>
internal sealed class PersonType : RowType<Person>, IStandsFor<Person>
{
    private const string PartsAreGuarded = "its fields are guarded one by one";

    public PersonType()
    {
        Name = "Person";
        Description = "A holder of a disability certificate. 残疾人证持有人。";
        Interface<NodeType>();
        Discloses(p => p.Id);

        Id(NodeId.PersonPrefix, p => p.Id)
            .Description("Opaque and stable, the same for every department. 不透明且稳定的标识，各部门一致。")
            .Open("needed to refer to the person at all");
        Field("name").Reads(p => p.Name)
            .MaskedBy(Mask.Name)
            .Description("Name as its source sent it. 姓名。")
            .Guarded(CatalogueItem.PersonName);
        Field("idNumber").Reads(p => p.IdNumber)
            .MaskedBy(static number => Mask.IdNumber(number.Value))
            .FoundBy(p => p.IdNumberIndex)
            .Description("Citizen ID number. 公民身份号码。")
            .Guarded(CatalogueItem.PersonIdNumber);
        Field("sex").Reads(p => p.Sex)
            .Description("Sex. 性别。")
            .Guarded(CatalogueItem.PersonSex);
        Field("birthDate").Reads(p => p.BirthDate)
            .MaskedBy(static date => Mask.BirthDate(date).Text)
            .Description("Date of birth. 出生日期。")
            .Guarded(CatalogueItem.PersonBirthDate);
        Field("ethnicity").Reads(p => p.Ethnicity)
            .Description("Ethnicity. 民族。")
            .Guarded(CatalogueItem.PersonEthnicity);
        Field("hukou").Holds<HukouType>()
            .Description("Household registration. 户籍。")
            .Open(PartsAreGuarded);
        Field("residence").Holds<ResidenceType>()
            .Description("Where the person really lives; null where nothing is known. 实际居住地；未知时为 null。")
            .Open(PartsAreGuarded);
        Field("community").Joins(p => p.Community)
            .Description("Community that serves the person. 所属村（社区）。")
            .Guarded(CatalogueItem.PersonCommunity);
        Field("managementUnit").Names<ManagementUnit>(p => p.ManagementUnitCode)
            .Description("Who does the federation's work for the person. 业务管理单位。")
            .Guarded(CatalogueItem.PersonManagementUnit);
        Field("phone").Reads(p => p.Phone)
            .MaskedBy(Mask.Phone)
            .FoundBy(p => p.PhoneIndex)
            .Description("Phone number. 联系电话。")
            .Guarded(CatalogueItem.PersonPhone);
        Field("guardian").Holds<GuardianType>()
            .Description("Who acts for the person; null where there is nobody. 监护人；无监护人时为 null。")
            .Open(PartsAreGuarded);
        Field("subsidies").Lists<Subsidy>(s => s.PersonId)
            .Description("The two subsidies, received now or before. 享受补贴情况。")
            .Guarded(CatalogueItem.SubsidyReceived);
        Field("isOnSubsistenceAllowance").Reads(p => p.IsOnSubsistenceAllowance)
            .Description("Whether the household receives subsistence allowance. 是否低保。")
            .Guarded(CatalogueItem.SubsidyDibao);
        Field("lifeStatus").Reads(p => p.LifeStatus)
            .Description("Whether the person lives. 生存状态。")
            .Guarded(CatalogueItem.PersonLifeStatus);
        Field("deathDate").Reads(p => p.DeathDate)
            .MaskedBy(static date => Mask.DeathDate(date).Text)
            .Description("Date of death, as far as it is known. 死亡日期。")
            .Guarded(CatalogueItem.PersonDeathDate);
        Field("certificate").Holds<CertificateType>()
            .Description("The certificate. 残疾人证。")
            .Open(PartsAreGuarded);
        Field("serviceNeeds").Lists<ServiceNeed>(n => n.PersonId)
            .WithFilterAndOrderOf<ServiceNeed>()
            .Description("Services that the person wants or receives. 服务需求与服务。")
            .Open("each row is guarded by the item of its domain");
        Field("history").PagesOf<HistoryEntry>(e => e.PersonId)
            .Description("What was reported and decided about the person, what it changed and what was undone, oldest first. 变更记录：通报、办理、变更与撤销，按时间顺序。")
            .Guarded(CatalogueItem.PersonHistory);
    }

    public override ReadPredicate? InScope(OperationContext operation, string prefix) => PersonScope.Of(operation, prefix);
}

internal sealed class PersonsConnectionType() : ConnectionType<PersonType>("Persons", "persons", "人员");
