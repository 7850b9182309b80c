using Domain.Access;
using Domain.Cases;
using GraphQL;
using GraphQL.MicrosoftDI;
using GraphQL.Types;
using Persistence.Cases;
using SharingApi.Access;
using SharingApi.Graph;
using SharingApi.Graph.Schema;

namespace SharingApi.Cases;

/// <summary>What humans do with cases: decide them.</summary>
internal sealed class CaseDecisionFields : IRootFields
{
    private const string Reason = "who decides a case goes by role and unit, and is asked for each case";

    public void AddTo(RootTypes roots)
    {
        roots.Mutation.Field<NonNullGraphType<DecideCasePayloadType>>("decideCase")
            .Description("Decides a case. REVERSE_DEATH waits for a second signature on the digest that comes back. 办理事项；撤销死亡须第二人对返回的摘要签字。")
            .Open(Reason)
            .Argument<NonNullGraphType<DecideCaseInputType>>("input", "The decision. 处理决定。")
            .Resolve().WithScope().WithService<CaseDecisions>().WithService<Disclosures>()
            .ResolveAsync(static async (field, decisions, disclosures) =>
            {
                var sent = field.GetArgument<SentDecision>("input");
                return sent.Request is { } request
                    ? CasePayload.Of(await decisions.DecideAsync(request, DeciderOf(field, disclosures), field.CancellationToken))
                    : CasePayload.Refused(CaseRules.CaseUnknown);
            });
    }

    internal static Decider DeciderOf(IResolveFieldContext field, Disclosures disclosures)
    {
        var operation = (OperationContext)field.UserContext;
        var caller = operation.Caller!;
        var scope = operation.Disclosure.Scope;
        return new(
            caller.Client,
            disclosures.ClientOf(caller.Client)!.Office,
            caller.Kind == ClientKind.User && caller.Has(Roles.CaseReview),
            caller.Kind == ClientKind.Application && scope.Kind == RowScopeKind.ManagementUnit ? scope.Code : null);
    }
}
