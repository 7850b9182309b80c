using Domain.Access;
using GraphQL.Types;
using SharingApi.Graph;
using SharingApi.Graph.Schema;
using SharingApi.Graph.Schema.Scalars;

namespace SharingApi.Access.Grants;

internal sealed class AccessRequestType : ObjectGraphType<AccessRequest>
{
    private const string Reason = "the applicant and the administrators of rights read it; no person stands in it";

    public AccessRequestType()
    {
        Name = "AccessRequest";
        Description = "A department's request for shared data. 部门提出的数据共享申请。";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Opaque and stable. 不透明且稳定的标识。").Open(Reason)
            .Resolve(static field => AccessIds.OfRequest(field.Source.Id));
        Field<NonNullGraphType<StringGraphType>>("client").Description("Who asks. 申请方。").Open(Reason)
            .Resolve(static field => field.Source.Client);
        Field<NonNullGraphType<PurposeType>>("purpose").Description("What for. 用途。").Open(Reason)
            .Resolve(static field => field.Source.Purpose);
        Field<NonNullGraphType<RowScopeType>>("scope").Description("Persons asked for. 申请的人员范围。").Open(Reason)
            .Resolve(static field => new RowScope(field.Source.ScopeKind, field.Source.ScopeCode));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ViewerItemType>>>>("items")
            .Description("Items asked for. 申请的数据项。").Open(Reason)
            .Resolve(static field => field.Source.AskedItems.Select(asked => new ViewerItem(asked.Item, asked.Level)));
        Field<NonNullGraphType<LocalDateType>>("from").Description("First day. 起始日。").Open(Reason)
            .Resolve(static field => field.Source.From);
        Field<NonNullGraphType<LocalDateType>>("to").Description("Day on which it no longer holds. 失效日。").Open(Reason)
            .Resolve(static field => field.Source.To);
        Field<NonNullGraphType<StringGraphType>>("basis").Description("Legal basis. 法律依据。").Open(Reason)
            .Resolve(static field => field.Source.Basis);
        Field<NonNullGraphType<StringGraphType>>("scenario").Description("In which work it is used. 应用场景。").Open(Reason)
            .Resolve(static field => field.Source.Scenario);
        Field<NonNullGraphType<SharingMethodType>>("method").Description("How the data is shared. 共享方式。").Open(Reason)
            .Resolve(static field => field.Source.Method);
        Field<NonNullGraphType<AccessRequestStateType>>("state").Description("State. 状态。").Open(Reason)
            .Resolve(static field => field.Source.State);
        Field<NonNullGraphType<DateTimeType>>("receivedAt").Description("When it arrived. 收到时间。").Open(Reason)
            .Resolve(static field => field.Source.ReceivedAt);
        Field<LocalDateType>("dueOn")
            .Description("Day by which it must be answered, in working days; null until that year's holiday notice is known. 答复期限（按工作日计）；当年放假通知未录入前为空。").Open(Reason)
            .Resolve(static field => field.Source.DueOn);
        Field<LocalDateType>("provideBy")
            .Description("After consent: day by which the data must be provided, in working days; null until that year's holiday notice is known. 同意后提供数据的期限（按工作日计）；当年放假通知未录入前为空。").Open(Reason)
            .Resolve(static field => field.Source.ProvideBy);
        Field<StringGraphType>("reason").Description("Why it was refused or extended. 拒绝或延长的理由。").Open(Reason)
            .Resolve(static field => field.Source.Reason);
    }
}

internal sealed class AccessRequestsConnectionType()
    : ConnectionType<AccessRequestType>("AccessRequests", "access requests", "共享申请");
