using Domain.Cases;
using Domain.Shared;
using GraphQL.Types;
using Persistence.Cases;
using SharingApi.Graph;
using SharingApi.Graph.Plans;

namespace SharingApi.Cases;

/// <summary>The case after a decision; or why there was none.</summary>
/// <param name="Case">The case.</param>
/// <param name="Digest">What the second signer signs.</param>
/// <param name="Errors">Why nothing was decided.</param>
internal sealed record CasePayload(CaseId? Case, string? Digest, IReadOnlyList<Refusal>? Errors)
{
    public static CasePayload Of(Outcome<DecidedCase> outcome) => outcome.Succeeded(out var decided, out var refusal)
        ? new(decided.CaseId, decided.Digest, null)
        : Refused(refusal);

    public static CasePayload Refused(Refusal refusal) => new(null, null, [refusal]);
}

internal sealed class DecideCasePayloadType : ObjectGraphType<CasePayload>
{
    internal const string Reason = "the caller's own decision";

    public DecideCasePayloadType()
    {
        Name = "DecideCasePayload";
        Description = "The case after the decision. 办理后的事项。";
        Field<CaseType>("case")
            .Description("The case, as far as the caller reads it. 事项。").Open("who reads a case goes by role and unit")
            .PlanFor(static payload => payload.Case?.Value);
        Field<StringGraphType>("digest")
            .Description("What the second signer signs; null where nothing waits. 待第二人签字的摘要。").Open(Reason)
            .Resolve(static field => field.Source.Digest);
        Field<ListGraphType<NonNullGraphType<DecideCaseErrorType>>>("errors")
            .Description("Why nothing was decided. 未能办理的原因。").Open(Reason)
            .Resolve(static field => field.Source.Errors);
    }
}

internal sealed class DecideCaseErrorType : UnionGraphType
{
    public DecideCaseErrorType()
    {
        Name = "DecideCaseError";
        Description = "Why nothing was decided. 未能办理的原因。";
        Type<CaseErrorType>();
    }
}

internal sealed class CaseErrorType : ObjectGraphType<Refusal>
{
    public CaseErrorType()
    {
        Name = "CaseError";
        Description = "A decision or a signature that was not taken. 未受理的决定或签字。";
        Field<NonNullGraphType<StringGraphType>>("code")
            .Description("Stable code. 错误代码。").Open(DecideCasePayloadType.Reason)
            .Resolve(static field => field.Source.Code);
        Field<NonNullGraphType<StringGraphType>>("message")
            .Description("What to do. 处理建议。").Open(DecideCasePayloadType.Reason)
            .Resolve(static field => field.Source.Reason);
    }
}
