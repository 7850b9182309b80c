using Domain.Cases;
using Domain.Persons;
using GraphQL.Types;
using Persistence.Cases;
using SharingApi.Graph.Schema;

namespace SharingApi.Cases;

/// <summary>A decision as it was sent; no request where its id names no case.</summary>
internal sealed record SentDecision(CaseRequest? Request);

internal sealed class CaseDecisionType() : CodeType<CaseDecision>(
    "CaseDecision",
    "What can be decided in a case. 事项处理决定。",
    (CaseDecision.Confirm, "The evidence stands, or the reported death is one. 确认。"),
    (CaseDecision.Reject, "The evidence does not stand. 不予采信。"),
    (CaseDecision.AssignPerson, "The evidence is about this candidate. 指定人员。"),
    (CaseDecision.ReverseDeath, "The person lives; two must sign. 撤销死亡，须双签字。"),
    (CaseDecision.AcceptTransfer, "The receiving unit takes the person over. 接收迁移。"),
    (CaseDecision.RejectTransfer, "The receiving unit refuses. 退回迁移。"),
    (CaseDecision.Close, "Looked at; nothing changes. 办结，不作变更。"));

internal sealed class DecideCaseInputType : InputObjectGraphType<SentDecision>
{
    public DecideCaseInputType()
    {
        Name = "DecideCaseInput";
        Description = "A decision. 处理决定。";
        Field<NonNullGraphType<IdGraphType>>("caseId").Description("The case. 事项标识。");
        Field<NonNullGraphType<CaseDecisionType>>("decision").Description("What is decided. 决定。");
        Field<NonNullGraphType<StringGraphType>>("reason").Description("Why, in 1 to 500 characters. 理由，1 至 500 字。");
        Field<IdGraphType>("personId").Description("ASSIGN_PERSON: which of the candidates. 指定的候选人员。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value)
    {
        PersonId? person = value.TryGetValue("personId", out var given) && given is not null &&
            NodeId.TryRead(given.ToString()!, out PersonId named) ? named : null;
        return NodeId.TryRead(value["caseId"]!.ToString()!, out CaseId id)
            ? new SentDecision(new(id, (CaseDecision)value["decision"]!, (string)value["reason"]!, person))
            : new SentDecision(Request: null);
    }
}
