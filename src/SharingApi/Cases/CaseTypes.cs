using Domain.Access;
using Domain.Cases;
using Domain.Persons;
using GraphQL.Types;
using Persistence.Reading;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;

namespace SharingApi.Cases;

internal sealed class CaseKindType() : CodeType<CaseKind>(
    "CaseKind",
    "What a case is about. 事项类型。",
    (CaseKind.Review, "A notice waits for a human. 通知待人工核对。"),
    (CaseKind.Conflict, "Evidence contradicts other evidence. 证据相互矛盾。"),
    (CaseKind.Transfer, "A certificate file moves to another unit. 证件档案迁移。"),
    (CaseKind.Correction, "Somebody says that shared data is wrong. 数据校核。"),
    (CaseKind.Recall, "A receiver is owed a reversal. 更正召回。"));

internal sealed class CaseStateType() : CodeType<CaseState>(
    "CaseState",
    "Whether a case waits for somebody. 事项状态。",
    (CaseState.Open, "Open. 待办。"),
    (CaseState.Closed, "Closed. 已办结。"));

/// <summary>A matter that a human decides.</summary>
internal sealed class CaseType : RowType<Case>
{
    private const string ReviewRole = "Case.Review";
    private const string FieldsAreGuarded = "its fields are guarded one by one";
    private const string Reason = "who reads a case goes by role and unit";

    public CaseType()
    {
        Name = "Case";
        Description = "A matter that a human decides. 须人工处理的事项。";
        Interface<NodeType>();

        Id(NodeId.CasePrefix, c => c.Id)
            .Description("Opaque and stable. 不透明且稳定的标识。")
            .Open(Reason);
        Field("kind").Reads(c => c.Kind)
            .Description("What it is about. 事项类型。")
            .Open(Reason);
        Field("state").Reads(c => c.State)
            .Description("Whether it waits for somebody. 事项状态。")
            .Open(Reason);
        Field("openedAt").Reads(c => c.OpenedAt)
            .Description("When it was opened. 立项时间。")
            .Open(Reason);
        Field("dueOn").Reads(c => c.DueOn)
            .Description("Day by which it must be decided. 办理期限。")
            .Open(Reason);
        Field("escalatedAt").Reads(c => c.EscalatedAt)
            .Description("When it was raised to the city. 提请市级处理的时间。")
            .Open(Reason);
        Field("reasons").Composes(typeof(ListGraphType<NonNullGraphType<StringGraphType>>), CaseReasons.Part, c => c.Reasons)
            .Description("Stable codes of why it was opened. 立项原因代码。")
            .Open(Reason);
        Field("assignedUnit").Composes(
                typeof(StringGraphType),
                static (_, cells, _) => new AssignedUnit(cells),
                c => c.Kind,
                c => c.ToUnitCode,
                c => c.EscalatedAt)
            .Description("Code of the unit that is to decide; null where the city's reviewers are. 承办单位代码；由市级审核人员承办时为 null。")
            .Open(Reason);
        Field("digest").Reads(c => c.Digest).ShownOnly()
            .Description("What the second signer signs, while a first signature waits. 待第二人签字的摘要。")
            .Open(Reason);
        Field("dataError").Holds<DataErrorType>()
            .Description("CORRECTION: what is said to be wrong; null in other cases. 校核内容；其他事项为 null。")
            .Open("what was said is guarded itself");
        Field("person").Joins(c => c.Person)
            .Description("Whom it is about; null while that is the question, or out of scope. 相关人员；未确定或超出权限范围时为 null。")
            .Open(FieldsAreGuarded);
        Field("candidates").ListsThrough<CaseCandidate, Person>(c => c.CaseId, c => c.Person)
            .Description("Persons whom the evidence may be about, where that is the question. 待确认的候选人员。")
            .Open(FieldsAreGuarded);
        Field("evidence").Lists<CaseEvidence>(c => c.CaseId)
            .Description("What it rests on: all sides, in the order in which they came. 相关证据，各方并列，按到达顺序。")
            .Open("what was sent is guarded field by field");
        Field("decisions").Lists<Decision>(d => d.CaseId)
            .Description("What was decided in it, in order. 处理记录。")
            .Open(Reason);
    }

    /// <summary>
    /// Reviewers read all but the open transfers that a unit of the city is to answer; transfers are read by both units and by the
    /// city's certificate office (api.md 2).
    /// </summary>
    public override ReadPredicate? InScope(OperationContext operation, string prefix)
    {
        if (operation.Caller is not { } caller)
        {
            return ReadPredicate.Never;
        }

        // Whoever reported a data error follows it, for whatever purpose.
        var readable = new List<ReadPredicate>();
        if (caller.Kind == ClientKind.Application)
        {
            readable.Add(Equal(prefix + nameof(Case.ReportedBy), caller.Client));
        }

        if (operation.Disclosure.Purpose != Purpose.Cert)
        {
            return readable is [] ? ReadPredicate.Never : new ReadPredicate.Any(readable);
        }

        if (caller.Has(ReviewRole))
        {
            readable.Add(new ReadPredicate.Not(IsAwaitedFromUnit(prefix)));
        }

        var scope = operation.Disclosure.Scope;
        if (scope.Kind == RowScopeKind.ManagementUnit)
        {
            readable.Add(new ReadPredicate.All([IsTransferInside(prefix), Concerns(prefix, scope.Code!)]));
        }
        else if (scope.Kind == RowScopeKind.City && caller.Kind == ClientKind.Application)
        {
            readable.Add(IsTransferInside(prefix));
        }

        return new ReadPredicate.Any(readable);
    }

    private static ReadPredicate.All IsTransferInside(string prefix) => new(
    [
        Equal(prefix + nameof(Case.Kind), CaseKind.Transfer),
        new ReadPredicate.Not(new ReadPredicate.IsNull(prefix + nameof(Case.ToUnitCode))),
    ]);

    /// <summary>Open, inside the city, and not raised to it: the receiving unit's to decide, and nobody else's to see.</summary>
    private static ReadPredicate.All IsAwaitedFromUnit(string prefix) => new(
    [
        IsTransferInside(prefix),
        Equal(prefix + nameof(Case.State), CaseState.Open),
        new ReadPredicate.IsNull(prefix + nameof(Case.EscalatedAt)),
    ]);

    private static ReadPredicate.Any Concerns(string prefix, string unit) => new(
    [
        Equal(prefix + nameof(Case.FromUnitCode), unit),
        Equal(prefix + nameof(Case.ToUnitCode), unit),
    ]);

    private static ReadPredicate.Compare Equal(string path, object value) => new(path, Comparison.Equal, value);
}

internal sealed class CasesConnectionType() : ConnectionType<CaseType>("Cases", "cases", "事项");
