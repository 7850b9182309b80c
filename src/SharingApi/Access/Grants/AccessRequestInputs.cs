using Domain.Access;
using GraphQL.Types;
using SharingApi.Graph.Schema.Scalars;

namespace SharingApi.Access.Grants;

/// <summary>Every field may be left out, so that all that is missing can be told at once.</summary>
internal sealed class RequestAccessInputType : InputObjectGraphType
{
    public RequestAccessInputType()
    {
        Name = "RequestAccessInput";
        Description = "What a department asks for; all fields are needed, and what is missing is told at once. 共享申请；各项均须填写，缺项一次告知。";
        Field<PurposeType>("purpose").Description("What for. 用途。");
        Field<RowScopeInputType>("scope").Description("Which persons. 人员范围。");
        Field<ListGraphType<NonNullGraphType<GrantItemInputType>>>("items").Description("Which items at which level. 数据项及级别。");
        Field<LocalDateType>("from").Description("First day. 起始日。");
        Field<LocalDateType>("to").Description("Day on which it no longer holds. 失效日。");
        Field<StringGraphType>("basis").Description("Legal basis. 法律依据。");
        Field<StringGraphType>("scenario").Description("In which work it is used. 应用场景。");
        Field<SharingMethodType>("method").Description("How the data is to be shared. 共享方式。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => new SentAccessRequest
    {
        Purpose = value.Value<Purpose>("purpose"),
        Scope = value.TryGetValue("scope", out var scope) ? (RowScope?)scope : null,
        Items = value.TryGetValue("items", out var items) && items is IEnumerable<object> list ? [.. list.Cast<ProposedItem>()] : null,
        From = value.Value<DateOnly>("from"),
        To = value.Value<DateOnly>("to"),
        Basis = value.Text("basis"),
        Scenario = value.Text("scenario"),
        Method = value.Value<SharingMethod>("method"),
    };
}

/// <summary>An answer to a request.</summary>
internal sealed record SentDecision(Guid Request, AccessDecision Decision, string? Reason);

internal sealed class DecideAccessRequestInputType : InputObjectGraphType
{
    public DecideAccessRequestInputType()
    {
        Name = "DecideAccessRequestInput";
        Description = "Answer to an access request. 对共享申请的答复。";
        Field<NonNullGraphType<IdGraphType>>("requestId").Description("The request. 共享申请。");
        Field<NonNullGraphType<AccessDecisionType>>("decision").Description("The answer. 答复。");
        Field<StringGraphType>("reason").Description("Why; needed for a refusal and for an extension. 理由；拒绝或延长时必填。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => new SentDecision(
        AccessIds.RequestIn(value.Text("requestId")!), (AccessDecision)value["decision"]!, value.Text("reason"));
}
