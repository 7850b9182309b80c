using Domain.Access;
using GraphQL.Types;
using SharingApi.Graph;

namespace SharingApi.Access;

internal sealed class ViewerType : ObjectGraphType<Viewer>
{
    private const string Reason = "a caller may know what is held of itself";

    public ViewerType()
    {
        Name = "Viewer";
        Description = "The caller itself. 调用方自身。";

        Field<NonNullGraphType<StringGraphType>>("client")
            .Description("Registered name of the client. 客户端登记名称。")
            .Open(Reason)
            .Resolve(static field => field.Source.Client.Id);
        Field<NonNullGraphType<DepartmentType>>("department")
            .Description("Department that the client belongs to. 所属部门。")
            .Open(Reason)
            .Resolve(static field => field.Source.Client.Department);
        Field<NonNullGraphType<StringGraphType>>("office")
            .Description("Office within the department. 所属处室。")
            .Open(Reason)
            .Resolve(static field => field.Source.Client.Office);
        Field<NonNullGraphType<ClientKindType>>("kind")
            .Description("A system or a human. 系统或个人。")
            .Open(Reason)
            .Resolve(static field => field.Source.Client.Kind);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ViewerPurposeType>>>>("purposes")
            .Description("Purposes that the caller may name now. 当前可用的用途。")
            .Open(Reason)
            .Resolve(static field => field.Source.Purposes);
    }
}

internal sealed class ViewerPurposeType : ObjectGraphType<ViewerPurpose>
{
    private const string Reason = "a caller may know its own rights";

    public ViewerPurposeType()
    {
        Name = "ViewerPurpose";
        Description = "A purpose of the caller and what it discloses. 调用方的一个用途及其披露范围。";

        Field<NonNullGraphType<PurposeType>>("purpose")
            .Description("The purpose, as the header Sharing-Purpose names it. 用途，即请求头 Sharing-Purpose 的取值。")
            .Open(Reason)
            .Resolve(static field => field.Source.Disclosure.Purpose);
        Field<NonNullGraphType<RowScopeType>>("scope")
            .Description("Persons in reach. 可及人员范围。")
            .Open(Reason)
            .Resolve(static field => field.Source.Disclosure.Scope);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ViewerItemType>>>>("items")
            .Description("Level of every data item. 各数据项的披露级别。")
            .Open(Reason)
            .Resolve(static field => CatalogueItem.All.Select(item =>
                new ViewerItem(item.Key, field.Source.Disclosure.LevelOf(item))));
        Field<IntGraphType>("lag")
            .Description("Status changes in the feed that were not acknowledged yet; null where there is no feed. 尚未确认的变更条数；无变更流时为空。")
            .Open(Reason)
            .Resolve(static field => field.Source.Lag);
        Field<NonNullGraphType<Grants.GrantVolumeType>>("volume")
            .Description("How much may be disclosed. 数量限制。")
            .Open(Reason)
            .Resolve(static field => field.Source.Disclosure.Volume);
        Field<IntGraphType>("personsToday")
            .Description("Persons counted today under the limit; null where there is none. 当日已披露人数；不限时为空。")
            .Open(Reason)
            .Resolve(static field => field.Source.PersonsToday);
    }
}

internal sealed record ViewerItem(string Item, DisclosureLevel Level);

internal sealed class ViewerItemType : ObjectGraphType<ViewerItem>
{
    private const string Reason = "a caller may know its own rights";

    public ViewerItemType()
    {
        Name = "ViewerItem";
        Description = "The level of one data item. 单个数据项的披露级别。";

        Field<NonNullGraphType<StringGraphType>>("item")
            .Description("Key of the item in the catalogue. 目录中的数据项标识。")
            .Open(Reason)
            .Resolve(static field => field.Source.Item);
        Field<NonNullGraphType<DisclosureLevelType>>("level")
            .Description("How much of it the caller gets. 披露级别。")
            .Open(Reason)
            .Resolve(static field => field.Source.Level);
    }
}

internal sealed class RowScopeType : ObjectGraphType<RowScope>
{
    private const string Reason = "a caller may know its own rights";

    public RowScopeType()
    {
        Name = "RowScope";
        Description = "Which persons a right reaches. 权限所及的人员范围。";

        Field<NonNullGraphType<RowScopeKindType>>("kind")
            .Description("By what it is drawn. 划定方式。")
            .Open(Reason)
            .Resolve(static field => field.Source.Kind);
        Field<StringGraphType>("code")
            .Description("Code of the unit or county; null for the city, for nobody and for oneself. 管理单位或县区代码；全市、无及本人时为空。")
            .Open(Reason)
            .Resolve(static field => field.Source.Kind == RowScopeKind.Self ? null : field.Source.Code);
    }
}
