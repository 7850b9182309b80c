using Domain.Cases;
using Domain.Shared;
using GraphQL.Types;
using SharingApi.Access.Grants;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;

namespace SharingApi.Cases;

/// <summary>A signature as it was sent.</summary>
/// <param name="Subject">Id of a case or of a grant; or of nothing.</param>
/// <param name="Digest">What the signer read.</param>
internal sealed record SentSignature(string Subject, string Digest);

/// <summary>What is in force by the signature; or everything for which it does not count.</summary>
internal sealed record SignOffPayload
{
    public CaseId? Case { get; init; }

    public ShownGrant? Grant { get; init; }

    public IReadOnlyList<Refusal>? Errors { get; private init; }

    public static SignOffPayload Refused(params IReadOnlyList<Refusal> refusals) => new() { Errors = refusals };
}

internal sealed class SignOffInputType : InputObjectGraphType<SentSignature>
{
    public SignOffInputType()
    {
        Name = "SignOffInput";
        Description = "A second signature. 第二签字。";
        Field<NonNullGraphType<IdGraphType>>("subjectId").Description("The case, or the grant. 事项或授权的标识。");
        Field<NonNullGraphType<StringGraphType>>("digest").Description("The digest that waits. 待签字的摘要。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) =>
        new SentSignature(value["subjectId"]!.ToString()!, (string)value["digest"]!);
}

internal sealed class SignOffPayloadType : ObjectGraphType<SignOffPayload>
{
    public SignOffPayloadType()
    {
        Name = "SignOffPayload";
        Description = "The case or the grant after the second signature. 第二签字后的事项或授权。";
        Field<CaseType>("case")
            .Description("The case, as far as the caller reads it; null where a grant was signed. 事项；签署授权时为空。").Open("who reads a case goes by role and unit")
            .PlanFor(static payload => payload.Case?.Value);
        Field("grant", GraphTypeOf<ShownGrant>.Type)
            .Description("The grant; null where a case was signed. 授权；签署事项时为空。").Open("who signs a grant may read it; no person stands in it")
            .Resolve(static field => field.Source.Grant);
        Field<ListGraphType<NonNullGraphType<SignOffErrorType>>>("errors")
            .Description("All that keeps the signature from counting; nothing was stored. 签字不予受理的全部原因；未存储任何内容。").Open(DecideCasePayloadType.Reason)
            .Resolve(static field => field.Source.Errors);
    }
}

internal sealed class SignOffErrorType : UnionGraphType
{
    public SignOffErrorType()
    {
        Name = "SignOffError";
        Description = "Why nothing was signed. 未能签字的原因。";
        Type<CaseErrorType>();
    }
}
