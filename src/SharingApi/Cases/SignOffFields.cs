using Domain.Cases;
using GraphQL;
using GraphQL.MicrosoftDI;
using GraphQL.Types;
using Persistence.Cases;
using SharingApi.Access;
using SharingApi.Access.Grants;
using SharingApi.Graph;
using SharingApi.Graph.Schema;

namespace SharingApi.Cases;

/// <summary>The second signature, whatever is signed: a reviewer signs a case, an administrator of rights a grant.</summary>
internal sealed class SignOffFields(TimeProvider clock) : IRootFields
{
    public void AddTo(RootTypes roots) =>
        roots.Mutation.Field<NonNullGraphType<SignOffPayloadType>>("signOff")
            .Description("The second signature on an exact digest, by somebody else who holds another office. 对摘要的第二签字，须由不同人员、不同职务签署。")
            .Open("who may sign goes by role, and is asked for each subject")
            .Argument<NonNullGraphType<SignOffInputType>>("input", "What is signed. 签字内容。")
            .Resolve().WithScope().WithService<CaseDecisions>().WithService<SignGrant>().WithService<Disclosures>()
            .ResolveAsync(async (field, cases, grants, disclosures) =>
            {
                // Grants are signed without a purpose, cases for CERT: nobody holds both, and of the other's there is nothing to sign.
                var sent = field.GetArgument<SentSignature>("input");
                return ((OperationContext)field.UserContext).Disclosure.Purpose is null
                    ? await SignGrantAsync(field, sent, grants, disclosures)
                    : await SignCaseAsync(field, sent, cases, disclosures);
            });

    private static async Task<SignOffPayload> SignCaseAsync(
        IResolveFieldContext field, SentSignature sent, CaseDecisions cases, Disclosures disclosures)
    {
        if (!NodeId.TryRead(sent.Subject, out CaseId subject))
        {
            return SignOffPayload.Refused(CaseRules.CaseUnknown);
        }

        var signer = CaseDecisionFields.DeciderOf(field, disclosures);
        return (await cases.SignAsync(subject, sent.Digest, signer, field.CancellationToken)).Succeeded(out var signed, out var refusal)
            ? new SignOffPayload { Case = signed.CaseId }
            : SignOffPayload.Refused(refusal);
    }

    private async Task<SignOffPayload> SignGrantAsync(
        IResolveFieldContext field, SentSignature sent, SignGrant grants, Disclosures disclosures)
    {
        var operation = (OperationContext)field.UserContext;
        var signer = disclosures.ClientOf(operation.Caller!.Client)!;
        var result = await grants.RunAsync(operation, signer, AccessIds.GrantIn(sent.Subject), sent.Digest, field.CancellationToken);
        return result.Value is { } grant
            ? new SignOffPayload { Grant = new ShownGrant(grant, clock.GetUtcNow()) }
            : SignOffPayload.Refused([.. result.Faults.Select(fault => new Domain.Shared.Refusal(fault.Code, fault.Message))]);
    }
}
