using Domain.Access;
using GraphQL.Types;
using SharingApi.Graph;

namespace SharingApi.Access;

internal sealed class CatalogueItemType : ObjectGraphType<CatalogueEntry>
{
    private const string Reason = "the catalogue is public among partners";

    public CatalogueItemType()
    {
        Name = "CatalogueItem";
        Description = "A data item that grants speak about. 共享目录中的一个数据项。";

        Field<NonNullGraphType<StringGraphType>>("key")
            .Description("Stable key. 数据项标识。")
            .Open(Reason)
            .Resolve(static field => field.Source.Item.Key);
        Field<NonNullGraphType<StringGraphType>>("name")
            .Description("English name. 英文名称。")
            .Open(Reason)
            .Resolve(static field => field.Source.Name);
        Field<NonNullGraphType<StringGraphType>>("chineseName")
            .Description("Chinese name. 中文名称。")
            .Open(Reason)
            .Resolve(static field => field.Source.ChineseName);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("fields")
            .Description("Fields of this API that it guards. 该数据项对应的接口字段。")
            .Open(Reason)
            .Resolve(static field => field.Source.Fields);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("parts")
            .Description("Items that can be read off it: nobody gets it more openly than these. 可由其推知的数据项，其披露级别不得宽于这些数据项。")
            .Open(Reason)
            .Resolve(static field => field.Source.Parts.Select(part => part.Key));
        Field<NonNullGraphType<SharingClassType>>("sharingClass")
            .Description("Whether it is shared, and who decides. 共享类型。")
            .Open(Reason)
            .Resolve(static field => field.Source.Terms.Class);
        Field<NonNullGraphType<SensitivityType>>("sensitivity")
            .Description("What kind of personal information it is. 敏感程度。")
            .Open(Reason)
            .Resolve(static field => field.Source.Terms.Sensitivity);
        Text("conditions", "What a receiver must fulfil; null where it is not shared. 共享条件；不予共享时为空。", terms => terms.Conditions);
        Text("legalBasis", "The law by which it is kept and shared, or that forbids to share it. 法律依据，或不予共享的依据。", terms => terms.LegalBasis);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<DepartmentType>>>>("sources")
            .Description("Departments that are the source of record, the first before the others. 数源部门，首位为主。")
            .Open(Reason)
            .Resolve(static field => field.Source.Terms.Sources);
        Field<NonNullGraphType<IntGraphType>>("version")
            .Description("Version of the catalogue that this is from. 目录版本。")
            .Open(Reason)
            .Resolve(static _ => CatalogueVersions.Current.Number);
    }

    private void Text(string name, string description, Func<CatalogueTerms, Bilingual?> text) =>
        Field<BilingualTextType>(name).Description(description).Open(Reason).Resolve(field => text(field.Source.Terms));
}

internal sealed class BilingualTextType : ObjectGraphType<Bilingual>
{
    private const string Reason = "the catalogue is public among partners";

    public BilingualTextType()
    {
        Name = "BilingualText";
        Description = "A sentence in both languages. 中英文文本。";
        Field<NonNullGraphType<StringGraphType>>("english").Description("In English. 英文。").Open(Reason)
            .Resolve(static field => field.Source.English);
        Field<NonNullGraphType<StringGraphType>>("chinese").Description("In Chinese. 中文。").Open(Reason)
            .Resolve(static field => field.Source.Chinese);
    }
}
