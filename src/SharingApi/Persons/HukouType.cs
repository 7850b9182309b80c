using Domain.Access;
using Domain.Persons;
using Domain.Places;
using SharingApi.Graph;
using SharingApi.Graph.Plans;

namespace SharingApi.Persons;

/// <summary>The household registration.</summary>
internal sealed class HukouType : RowType<Person>
{
    public HukouType()
    {
        Name = "Hukou";
        Description = "Household registration, kept by public security. 户籍登记，由公安机关管理。";

        Field("division").Names<Division>(p => p.HukouDivisionCode)
            .Description("County of the registration. 户籍所在县（市、区）。")
            .Guarded(CatalogueItem.PersonHukouDivision);
        Field("community").Joins(p => p.HukouCommunity)
            .Description("Community of the registration. 户籍所在村（社区）。")
            .Guarded(CatalogueItem.PersonCommunity);
        Field("address").Reads(p => p.HukouAddress)
            .MaskedBy(Mask.Address)
            .Description("Registered address. 户籍地址。")
            .Guarded(CatalogueItem.PersonHukouAddress);
        Field("status").Reads(p => p.HukouStatus)
            .Description("State of the registration. 户籍状态。")
            .Guarded(CatalogueItem.PersonHukouDivision);
        Field("since").Reads(p => p.HukouSince)
            .Description("Day of the last move of the registration. 最近一次户籍迁移日期。")
            .Guarded(CatalogueItem.PersonHukouDivision);
    }
}

/// <summary>Where the person really lives.</summary>
internal sealed class ResidenceType : RowType<Person>
{
    public ResidenceType()
    {
        Name = "Residence";
        Description = "Where the person really lives, self-declared or observed. 实际居住地（自报或入户核实）。";
        IsThereWhere(p => p.ResidenceAddress);

        Field("address").Reads(p => p.ResidenceAddress)
            .MaskedBy(Mask.Address)
            .Description("Address. 地址。")
            .Guarded(CatalogueItem.PersonResidence);
        Field("community").Joins(p => p.ResidenceCommunity)
            .Description("Community. 村（社区）。")
            .Guarded(CatalogueItem.PersonResidence);
        Field("observedAt").Reads(p => p.ResidenceObservedAt)
            .Description("Day of the observation. 核实日期。")
            .Guarded(CatalogueItem.PersonResidence);
        Field("source").Reads(p => p.ResidenceSource)
            .Description("Who observed it. 信息来源。")
            .Guarded(CatalogueItem.PersonResidence);
        Field("isHere").Reads(p => p.ResidenceIsHere)
            .Description("False where the person was reported to have left: the place is then the last one known. 是否仍居住于此；已离开时所列为最后已知地点。")
            .Guarded(CatalogueItem.PersonResidence);
    }
}

/// <summary>Who acts for the person.</summary>
internal sealed class GuardianType : RowType<Person>
{
    public GuardianType()
    {
        Name = "Guardian";
        Description = "Who acts for the person. 监护人。";
        IsThereWhere(p => p.GuardianName);

        Field("name").Reads(p => p.GuardianName)
            .MaskedBy(Mask.Name)
            .Description("Name. 姓名。")
            .Guarded(CatalogueItem.PersonGuardian);
        Field("relation").Reads(p => p.GuardianRelation)
            .Description("Relation to the person. 与本人关系。")
            .Guarded(CatalogueItem.PersonGuardian);
        Field("phone").Reads(p => p.GuardianPhone)
            .MaskedBy(Mask.Phone)
            .ShownOnly()
            .Description("Phone number. 电话。")
            .Guarded(CatalogueItem.PersonGuardianPhone);
    }
}
