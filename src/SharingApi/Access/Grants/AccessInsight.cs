using System.Globalization;
using Domain.Access;
using Domain.Shared;
using GraphQL;
using GraphQL.Types;
using Persistence.Access;
using SharingApi.Graph;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Schema;
using SharingApi.Graph.Schema.Scalars;

namespace SharingApi.Access.Grants;

/// <summary>Which right is asked about.</summary>
internal sealed record SentQuestion(string Client, Purpose Purpose, string Item, DateTimeOffset? At);

/// <summary>What made a level.</summary>
internal sealed record AccessExplanation(Disclosure Disclosure, DisclosureLevel Level, IReadOnlyList<string> Because);

/// <summary>Explains rights and tries out changes of them; it asks the one object that decides, and changes nothing.</summary>
internal sealed class AccessInsight(Disclosures disclosures, TimeProvider clock) : IRootFields
{
    public void AddTo(RootTypes roots)
    {
        roots.Query.Field<NonNullGraphType<AccessExplanationType>>("explainAccess")
            .Description("Which grant, item, scope and dates make a level, now or at an instant. 说明某一级别在当前或某时点由何授权、数据项、范围及期限而来。")
            .Argument<NonNullGraphType<ExplainAccessInputType>>("input", "What is asked about. 所询权限。")
            .Open(GrantType.Reason)
            .Resolve(field => Explain(field.GetArgument<SentQuestion>("input")));
        roots.Query.Field<NonNullGraphType<GrantDiffType>>("simulateGrant")
            .Description("Exactly the cells that a grant would widen or narrow; nothing is changed. 列出该授权将放宽或收窄的全部单元；不作变更。")
            .Argument<NonNullGraphType<SimulateGrantInputType>>("input", "The grant. 拟议授权。")
            .Open(GrantType.Reason)
            .Resolve(field => Simulate(field.GetArgument<SentProposal>("input").Proposal));
    }

    private AccessExplanation Explain(SentQuestion question)
    {
        if (CatalogueItem.Find(question.Item) is not { } item)
        {
            throw new RefusalError(new Refusal("GRANT_ITEM_UNKNOWN", "The catalogue has no such item."));
        }

        var disclosure = question.At is { } instant
            ? disclosures.AsOf(question.Client, question.Purpose, instant) ?? throw UnknownClient()
            : At(question.Client, question.Purpose, clock.GetUtcNow());
        return new AccessExplanation(disclosure, disclosure.LevelOf(item), [.. Because(disclosure, item)]);
    }

    private GrantDiff Simulate(GrantProposal proposal)
    {
        var now = clock.GetUtcNow();
        var start = Shanghai.MidnightOf(proposal.From);
        return GrantDiff.Between(
            At(proposal.Client, proposal.Purpose, start > now ? start : now),
            Disclosure.Of(proposal.Draft(Guid.Empty), FoundingMatrix.Matrix.Catalogue));
    }

    private Disclosure At(string client, Purpose purpose, DateTimeOffset instant) =>
        disclosures.ForReceiver(client, purpose, instant) ?? throw UnknownClient();

    private static RefusalError UnknownClient() => new(new Refusal("GRANT_CLIENT_UNKNOWN", "No client is registered under this name."));

    private static string Kind(Disclosure disclosure) => disclosure.BreakGlass is null ? "" : ", a break-glass grant,";

    private static IEnumerable<string> Because(Disclosure disclosure, CatalogueItem item)
    {
        yield return disclosure.Basis switch
        {
            DisclosureBasis.Granted => string.Create(
                CultureInfo.InvariantCulture,
                $"{AccessIds.OfGrant(disclosure.Grant!.Value)}{Kind(disclosure)} is in force and reaches {ApiName.Of(disclosure.Scope.Kind)}."),
            DisclosureBasis.SendsOnly => "LIFE_SYNC lets a sender send and read nothing.",
            DisclosureBasis.Ended => "The grant that started last is suspended or has ended.",
            _ => "There was never a grant for this purpose.",
        };
        foreach (var part in FoundingMatrix.Matrix.Catalogue.Entries[item.Ordinal].Parts)
        {
            yield return $"{part} can be read off it and is {ApiName.Of(disclosure.LevelOf(part))}: it is never more open than that.";
        }
    }
}

internal sealed class ExplainAccessInputType : InputObjectGraphType
{
    public ExplainAccessInputType()
    {
        Name = "ExplainAccessInput";
        Description = "A right that is asked about. 所询权限。";
        Field<NonNullGraphType<StringGraphType>>("client").Description("Whose. 客户端。");
        Field<NonNullGraphType<PurposeType>>("purpose").Description("What for. 用途。");
        Field<NonNullGraphType<StringGraphType>>("item").Description("Key in the catalogue. 目录中的数据项标识。");
        Field<DateTimeType>("at")
            .Description("At which instant, by the record of grants; otherwise now. 时点，按授权记录说明；默认为当前。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => new SentQuestion(
        value.Text("client")!, (Purpose)value["purpose"]!, value.Text("item")!, value.Value<DateTimeOffset>("at"));
}

internal sealed class AccessExplanationType : ObjectGraphType<AccessExplanation>
{
    public AccessExplanationType()
    {
        Name = "AccessExplanation";
        Description = "What made a level. 级别的由来。";
        Field<NonNullGraphType<DisclosureLevelType>>("level").Description("The level. 级别。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Level);
        Field<IdGraphType>("grant").Description("The grant that decides. 起决定作用的授权。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Disclosure.Grant is { } id ? AccessIds.OfGrant(id) : null);
        Field<NonNullGraphType<RowScopeType>>("scope").Description("Persons in reach. 可及人员范围。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Disclosure.Scope);
        Field<DateTimeType>("since").Description("From when the grant holds. 授权生效时间。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Disclosure.Term?.Since);
        Field<DateTimeType>("until").Description("Until when it holds; null for open-ended. 授权失效时间；未定则为空。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Disclosure.Term is { Until: var until } && until < DateTimeOffset.MaxValue
                ? until
                : (DateTimeOffset?)null);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("because")
            .Description("Why, sentence by sentence. 逐条理由。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Because);
    }
}

internal sealed class GrantDiffType : ObjectGraphType<GrantDiff>
{
    public GrantDiffType()
    {
        Name = "GrantDiff";
        Description = "What a grant would change. 授权将带来的变化。";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GrantCellType>>>>("widened")
            .Description("Given more openly, or of more persons. 放宽的单元。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Widened);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GrantCellType>>>>("narrowed")
            .Description("Given less openly, or of fewer persons. 收窄的单元。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Narrowed);
        Field<GrantVolumeType>("volumeBefore").Description("How much may be disclosed before. 变更前的数量限制。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.VolumeBefore);
        Field<GrantVolumeType>("volumeAfter").Description("How much may be disclosed after. 变更后的数量限制。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.VolumeAfter);
    }
}

internal sealed class GrantCellType : ObjectGraphType<GrantCell>
{
    public GrantCellType()
    {
        Name = "GrantCell";
        Description = "One item, before and after. 单个数据项的前后级别。";
        Field<NonNullGraphType<StringGraphType>>("item").Description("Key in the catalogue. 数据项标识。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Item.Key);
        Field<NonNullGraphType<DisclosureLevelType>>("before").Description("Level before. 变更前级别。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Before);
        Field<NonNullGraphType<DisclosureLevelType>>("after").Description("Level after. 变更后级别。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.After);
    }
}
