using Domain.Access;
using Domain.Persons;
using GraphQL.Types;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema.Scalars;

namespace SharingApi.Persons;

/// <summary>The disability certificate.</summary>
internal sealed class CertificateType : RowType<Person>
{
    public CertificateType()
    {
        Name = "Certificate";
        Description = "The disability certificate. 残疾人证。";

        Field("number").Composes(
                typeof(CertificateNumberType),
                static (_, cells, isMasked) => new CertificateNumberPart(cells, isMasked),
                p => p.IdNumber,
                p => p.CertificateCategory,
                p => p.CertificateLevel,
                p => p.CertificateReplacements)
            .Description("Certificate number. 残疾人证号。")
            .Guarded(CatalogueItem.CertificateNumber);
        Field("category").Reads(p => p.CertificateCategory)
            .Description("Category. 残疾类别。")
            .Guarded(CatalogueItem.CertificateCategory);
        Field("level").Reads(p => p.CertificateLevel)
            .Description("Level, 1 the most severe, to 4. 残疾等级，1 最重，4 最轻。")
            .Guarded(CatalogueItem.CertificateLevel);
        Field("isSevere").Composes(
                typeof(BooleanGraphType),
                static (_, cells, isMasked) => isMasked ? null : new SeverePart(cells[0].Ordinal),
                p => p.CertificateLevel)
            .Description("Level 1 or 2. 是否重度（一、二级）。")
            .Guarded(CatalogueItem.CertificateLevel);
        Field("components").Composes(
                typeof(ListGraphType<NonNullGraphType<CertificateComponentType>>),
                static (selection, cells, isMasked) => isMasked ? null : new ComponentsPart(cells[0].Ordinal, selection.Fields),
                p => p.CertificateComponents)
            .Description("What a multiple disability is made of. 多重残疾构成。")
            .Guarded(CatalogueItem.CertificateComponents);
        Field("issuedOn").Reads(p => p.CertificateIssuedOn)
            .Description("Day of issue. 发证日期。")
            .Guarded(CatalogueItem.CertificateStatus);
        Field("validUntil").Reads(p => p.CertificateValidUntil)
            .Description("Last day of validity. 有效期至。")
            .Guarded(CatalogueItem.CertificateStatus);
        Field("status").Reads(p => p.CertificateStatus)
            .Description("Status. 证件状态。")
            .Guarded(CatalogueItem.CertificateStatus);
        Field("statusReason").Reads(p => p.CertificateStatusReason)
            .Description("Why it is frozen or cancelled. 冻结或注销原因。")
            .Guarded(CatalogueItem.CertificateStatusReason);
    }
}

/// <summary>One part of a multiple disability.</summary>
internal sealed class CertificateComponentType : ObjectGraphType
{
    private const string Reason = "the list of components is guarded as a whole";

    public CertificateComponentType()
    {
        Name = "CertificateComponent";
        Description = "One part of a multiple disability. 多重残疾中的一项。";
        Field<NonNullGraphType<DisabilityCategoryType>>("category").Description("Category. 残疾类别。").Open(Reason);
        Field<NonNullGraphType<IntGraphType>>("level").Description("Level, 1 to 4. 残疾等级，1 至 4。").Open(Reason);
    }
}
