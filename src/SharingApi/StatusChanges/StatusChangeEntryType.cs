using Domain.Access;
using Domain.Persons;
using GraphQL;
using GraphQL.Types;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;
using SharingApi.Graph.Schema.Scalars;

namespace SharingApi.StatusChanges;

/// <summary>One entry of a receiver's feed.</summary>
internal sealed class StatusChangeEntryType : ObjectGraphType<ShownChange>
{
    private const string Envelope = "envelope of the feed: the right to the type decides, and was asked before";

    public StatusChangeEntryType()
    {
        Name = "StatusChange";
        Description = "One fact that changed about a person. 人员状态的一次变更。";
        Field<NonNullGraphType<IdGraphType>>("id")
            .Description("Stable id, the same for every receiver. 变更标识。").Open(Envelope)
            .Resolve(static field => NodeId.Of(field.Source.Told.Change.Id));
        Field<NonNullGraphType<StringGraphType>>("cursor")
            .Description("Place in the feed, for `after` and to acknowledge. 游标，用于续读与确认。").Open(Envelope)
            .Resolve(static field => field.Source.Cursor);
        Field<NonNullGraphType<IntGraphType>>("sequence")
            .Description("Number in this receiver's feed, from 1, without gaps. 序号，自 1 起连续。").Open(Envelope)
            .Resolve(static field => (int)field.Source.Told.Sequence);
        Field<NonNullGraphType<StatusChangeCodeType>>("type")
            .Description("What changed; WITHHELD where the right to it was lost. 变更类型；无权时为 WITHHELD。").Open(Envelope)
            .Resolve(static field => field.Source.Type);
        Field<PartialDateType>("occurredOn")
            .Description("Day of the fact or of its effect. 发生或生效日期。").Guarded(CatalogueItem.PersonDeathDate)
            .Resolve(static field => Noted(field));
        Field<NonNullGraphType<DateTimeType>>("recordedAt")
            .Description("When it was recorded here. 记录时间。").Open(Envelope)
            .Resolve(static field => field.Source.Told.Change.RecordedAt);
        Field("person", GraphTypeOf<Person>.Type)
            .Description("Whom it is about; null where the person has left the scope. 所涉人员；已不在范围内时为空。")
            .Open("the row scope decides whether there is one, and each of its fields is guarded itself")
            .PlanFor(static change => change.Person);
        Field<StringGraphType>("fromDivision")
            .Description("Moves: code of the old division. 迁出地区划代码。").Guarded(CatalogueItem.PersonRelocation)
            .Resolve(static field => field.Source.IsOpen ? field.Source.Told.Change.FromDivisionCode : null);
        Field<StringGraphType>("toDivision")
            .Description("Moves: code of the new division. 迁入地区划代码。").Guarded(CatalogueItem.PersonRelocation)
            .Resolve(static field => field.Source.IsOpen ? field.Source.Told.Change.ToDivisionCode : null);
        Field<IdGraphType>("replaces")
            .Description("The earlier change that this one supersedes. 被替代的变更。").Open(Envelope)
            .Resolve(static field => field.Source is { IsOpen: true, Told.Change.ReplacesId: { } id } ? NodeId.Of(id) : null);
        Field<IdGraphType>("reverses")
            .Description("The earlier change that this one takes back. 被撤销的变更。").Open(Envelope)
            .Resolve(static field => field.Source.Told.Change.ReversesId is { } id ? NodeId.Of(id) : null);
    }

    /// <summary>The day; one line of <c>extensions.disclosure</c> says so where it is not given clear.</summary>
    private static PartialDate? Noted(IResolveFieldContext<ShownChange> field)
    {
        if (field.Source.OccurredOnLevel != DisclosureLevel.Clear)
        {
            var notes = ((OperationContext)field.UserContext).Notes;
            string[] path = [.. field.Path.OfType<string>()];
            if (!notes.Exists(note => note.Path.SequenceEqual(path, StringComparer.Ordinal)))
            {
                notes.Add(new(path, field.Source.OccurredOnLevel));
            }
        }

        return field.Source.OccurredOn;
    }
}

internal sealed class StatusChangesConnectionType() : ConnectionType<StatusChangeEntryType>("StatusChanges", "status changes", "状态变更");
