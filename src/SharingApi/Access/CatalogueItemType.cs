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
    }
}
