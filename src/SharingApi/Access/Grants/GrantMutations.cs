using Domain.Access;
using GraphQL;
using GraphQL.Builders;
using GraphQL.MicrosoftDI;
using GraphQL.Types;
using SharingApi.Graph;
using SharingApi.Graph.Schema;

namespace SharingApi.Access.Grants;

/// <summary>Requests, proposals and ends of rights; the second signature is <c>signOff</c>.</summary>
internal sealed class GrantMutations(TimeProvider clock) : IRootFields
{
    private const string Reason = "who may call it goes by role; nothing of persons is given";

    public void AddTo(RootTypes roots)
    {
        Mutation<RequestAccessPayloadType, RequestAccessInputType>(
                roots, "requestAccess", "Asks for shared data; answered within ten working days. 申请共享数据；10 个工作日内答复。")
            .Resolve().WithScope().WithService<RequestAccess>()
            .ResolveAsync(static async (field, request) => AccessPayload.Of(await request.RunAsync(
                CallerOf(field).Client, field.GetArgument<SentAccessRequest>("input"), field.CancellationToken)));
        Mutation<DecideAccessRequestPayloadType, DecideAccessRequestInputType>(
                roots, "decideAccessRequest", "Consents, refuses with reasons, or extends once. 同意、说明理由拒绝或延长一次。")
            .Resolve().WithScope().WithService<DecideAccessRequest>()
            .ResolveAsync(static async (field, decide) =>
            {
                var (request, decision, reason) = field.GetArgument<SentDecision>("input");
                return AccessPayload.Of(await decide.RunAsync(
                    CallerOf(field).Client, request, decision, reason, field.CancellationToken));
            });
        Mutation<ProposeGrantPayloadType, ProposeGrantInputType>(
                roots, "proposeGrant", "Proposes a grant and signs it first; a second office signs by signOff. 提出授权并作第一签字，须另一处室第二人以 signOff 签字。")
            .Resolve().WithScope().WithService<ProposeGrant>().WithService<Disclosures>()
            .ResolveAsync(async (field, propose, disclosures) =>
            {
                var (draft, proposal) = field.GetArgument<SentProposal>("input");
                return AccessPayload.Of(
                    await propose.RunAsync(SignerOf(field, disclosures), draft, proposal, field.CancellationToken), clock.GetUtcNow());
            });
        Mutation<SuspendGrantPayloadType, SuspendGrantInputType>(
                roots, "suspendGrant", "Suspends a grant at once. 立即中止授权。")
            .Resolve().WithScope().WithService<EndGrant>()
            .ResolveAsync(async (field, end) => await EndAsync(field, end, GrantState.Suspended));
        Mutation<RevokeGrantPayloadType, RevokeGrantInputType>(
                roots, "revokeGrant", "Takes a grant back at once and for good. 立即撤销授权。")
            .Resolve().WithScope().WithService<EndGrant>()
            .ResolveAsync(async (field, end) => await EndAsync(field, end, GrantState.Revoked));
    }

    private static FieldBuilder<object?, object> Mutation<TPayload, TInput>(RootTypes roots, string name, string description)
        where TPayload : IGraphType
        where TInput : IGraphType =>
        roots.Mutation.Field<NonNullGraphType<TPayload>>(name)
            .Description(description)
            .Argument<NonNullGraphType<TInput>>("input", "What is asked. 请求内容。")
            .Open(Reason);

    private async Task<AccessPayload> EndAsync(IResolveFieldContext field, EndGrant end, GrantState state)
    {
        var (grant, reason) = field.GetArgument<(Guid, string)>("input");
        return AccessPayload.Of(
            await end.RunAsync(OperationOf(field), grant, state, reason, field.CancellationToken), clock.GetUtcNow());
    }

    private static OperationContext OperationOf(IResolveFieldContext field) => (OperationContext)field.UserContext;

    private static Caller CallerOf(IResolveFieldContext field) => OperationOf(field).Caller!;

    // Rights are checked before: who is not registered does not come here.
    private static ClientSystem SignerOf(IResolveFieldContext field, Disclosures disclosures) =>
        disclosures.ClientOf(CallerOf(field).Client)!;
}
