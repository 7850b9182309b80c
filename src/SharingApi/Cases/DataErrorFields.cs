using Domain.Cases;
using Domain.Persons;
using Domain.Shared;
using GraphQL;
using GraphQL.MicrosoftDI;
using GraphQL.Types;
using Persistence.Cases;
using SharingApi.Access;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;
using SharingApi.Graph.Schema.Scalars;

namespace SharingApi.Cases;

/// <summary>Shared data that looks wrong: a receiver says so, the federation answers (校核).</summary>
internal sealed class DataErrorFields : IRootFields
{
    public void AddTo(RootTypes roots)
    {
        roots.Mutation.Field<NonNullGraphType<ReportDataErrorPayloadType>>("reportDataError")
            .Description("Says that an item of a person looks wrong: opens a case that is answered within 10 working days. 提出数据校核；10 个工作日内答复。")
            .Open("the caller's own statement about what it sees")
            .Argument<NonNullGraphType<ReportDataErrorInputType>>("input", "What looks wrong, and why. 校核内容。")
            .Resolve().WithScope().WithService<DataErrors>()
            .ResolveAsync(static async (field, errors) => await ReportAsync(field, errors));

        roots.Mutation.Field<NonNullGraphType<AnswerDataErrorPayloadType>>("answerDataError")
            .Description("Answers a data error: CONFIRM where the data was wrong and is corrected at its source, REJECT where it is right. 答复数据校核：CONFIRM 属实，REJECT 数据无误。")
            .Open("who decides a case goes by role and unit, and is asked for each case")
            .Argument<NonNullGraphType<DecideCaseInputType>>("input", "The answer. 答复。")
            .Resolve().WithScope().WithService<CaseDecisions>().WithService<Disclosures>()
            .ResolveAsync(static async (field, decisions, disclosures) =>
                field.GetArgument<SentDecision>("input").Request is { } request
                    ? CasePayload.Of(await decisions.DecideAsync(
                        request with { Only = CaseKind.Correction }, CaseDecisionFields.DeciderOf(field, disclosures), field.CancellationToken))
                    : CasePayload.Refused(CaseRules.CaseUnknown));
    }

    private static async Task<DataErrorPayload> ReportAsync(IResolveFieldContext field, DataErrors errors)
    {
        var operation = (OperationContext)field.UserContext;
        if (field.GetArgument<DataError?>("input") is not { } error)
        {
            return new(null, [DataError.PersonUnknown]);
        }

        if (error.Refuse(operation.Disclosure) is { } refusal)
        {
            return new(null, [refusal]);
        }

        var outcome = await errors.ReportAsync(error, operation.Caller!.Client, operation.Disclosure.Scope, field.CancellationToken);
        if (!outcome.Succeeded(out var reported, out var unknown))
        {
            return new(null, [unknown]);
        }

        // That the person is there at all was disclosed by taking it.
        operation.Record.Persons.Add(error.PersonId);
        return new(reported, null);
    }
}

/// <summary>The case that was opened, or why there is none.</summary>
internal sealed record DataErrorPayload(ReportedDataError? Reported, IReadOnlyList<Refusal>? Errors);

internal sealed class ReportDataErrorInputType : InputObjectGraphType<DataError>
{
    public ReportDataErrorInputType()
    {
        Name = "ReportDataErrorInput";
        Description = "Shared data that looks wrong. 数据校核申请。";
        Field<NonNullGraphType<IdGraphType>>("personId").Description("About whom. 所涉人员。");
        Field<NonNullGraphType<StringGraphType>>("item").Description("Key of the catalogue item. 数据项编码。");
        Field<NonNullGraphType<StringGraphType>>("reason").Description("Why it looks wrong, in 1 to 500 characters. 理由，1 至 500 字。");
        Field<NonNullGraphType<StringGraphType>>("evidence").Description("On what that rests, in 1 to 500 characters. 依据，1 至 500 字。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => new DataError(
        NodeId.TryRead(value["personId"]!.ToString()!, out PersonId person) ? person : default,
        (string)value["item"]!,
        (string)value["reason"]!,
        (string)value["evidence"]!);
}

internal sealed class ReportDataErrorPayloadType : ObjectGraphType<DataErrorPayload>
{
    private const string Reason = "the caller's own statement";

    public ReportDataErrorPayloadType()
    {
        Name = "ReportDataErrorPayload";
        Description = "The case that was opened. 已立项的校核。";
        Field<IdGraphType>("caseId")
            .Description("Id of the case; `node` tells its reporter how it stands. 事项标识，可由 `node` 查询进展。").Open(Reason)
            .Resolve(static field => field.Source.Reported is { } reported ? NodeId.Of(reported.CaseId) : null);
        Field<LocalDateType>("dueOn")
            .Description("Day by which it is answered. 答复期限。").Open(Reason)
            .Resolve(static field => field.Source.Reported?.DueOn);
        Field<ListGraphType<NonNullGraphType<ReportDataErrorErrorType>>>("errors")
            .Description("Why it was not taken. 未受理的原因。").Open(Reason)
            .Resolve(static field => field.Source.Errors);
    }
}

internal sealed class AnswerDataErrorPayloadType : ObjectGraphType<CasePayload>
{
    public AnswerDataErrorPayloadType()
    {
        Name = "AnswerDataErrorPayload";
        Description = "The case after the answer. 答复后的事项。";
        Field<CaseType>("case")
            .Description("The case, as far as the caller reads it. 事项。").Open("who reads a case goes by role and unit")
            .PlanFor(static payload => payload.Case?.Value);
        Field<ListGraphType<NonNullGraphType<AnswerDataErrorErrorType>>>("errors")
            .Description("Why nothing was answered. 未能答复的原因。").Open(DecideCasePayloadType.Reason)
            .Resolve(static field => field.Source.Errors);
    }
}

internal sealed class ReportDataErrorErrorType : UnionGraphType
{
    public ReportDataErrorErrorType()
    {
        Name = "ReportDataErrorError";
        Description = "Why it was not taken. 未受理的原因。";
        Type<CaseErrorType>();
    }
}

internal sealed class AnswerDataErrorErrorType : UnionGraphType
{
    public AnswerDataErrorErrorType()
    {
        Name = "AnswerDataErrorError";
        Description = "Why nothing was answered. 未能答复的原因。";
        Type<CaseErrorType>();
    }
}
