using System.Data.Common;
using Domain.Access;
using Domain.StatusChanges;
using GraphQL.Types;
using Persistence.Encryption;
using Persistence.StatusChanges;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;

namespace SharingApi.StatusChanges;

internal sealed class HistoryKindType() : CodeType<HistoryKind>(
    "HistoryType",
    "What kind of step in a person's history. 变更记录类型。",
    (HistoryKind.Reported, "A department reported a fact. 部门通报。"),
    (HistoryKind.Corrected, "A department replaced what it had reported. 部门更正。"),
    (HistoryKind.Withdrawn, "A department took back what it had reported. 部门撤回。"),
    (HistoryKind.Decided, "Humans decided. 人工办理。"),
    (HistoryKind.TimePassed, "A clock ran out. 期限届满。"));

/// <summary>One step in the story of a person, guarded as a whole by <see cref="CatalogueItem.PersonHistory"/>.</summary>
internal sealed class HistoryEntryType : RowType<HistoryEntry>, IStandsFor<HistoryEntry>
{
    private const string Reason = "the history is guarded as a whole";

    public HistoryEntryType(FieldCipher cipher)
    {
        Name = "HistoryEntry";
        Description = "One step in the story of a person. 人员变更记录中的一步。";

        Id(NodeId.HistoryPrefix, e => e.Id)
            .Description("Opaque and stable. 不透明且稳定的标识。")
            .Open(Reason);
        Field("at").Reads(e => e.At)
            .Description("When it was recorded here. 记录时间。")
            .Open(Reason);
        Field("type").Reads(e => e.Kind)
            .Description("What kind of step. 记录类型。")
            .Open(Reason);
        Field("occurredOn").Reads(e => e.OccurredOn)
            .Description("Day of the fact, as it was reported. 事实发生日期。")
            .Open(Reason);
        Field("by").Reads(e => e.By)
            .Description("The office that reported, withdrew or decided; null where time did it. 通报、撤回或办理的单位职务；期限届满时为 null。")
            .Open(Reason);
        Field("changed").Composes(
                typeof(ListGraphType<NonNullGraphType<HistoryChangeType>>),
                (selection, cells, _) => new ChangesPart(cipher, cells[0].Ordinal, selection.Fields),
                e => e.Changed)
            .Description("What it changed; empty where it changed nothing. 变更内容；无变更时为空。")
            .Open(Reason);
        Field("evidence").Joins(e => e.Evidence)
            .Description("What it rests on. 所依据的证据。")
            .Open(Reason);
        Field("reversedBy").Composes(
                typeof(IdGraphType), static (_, cells, _) => new ReversedByPart(cells[0]), e => e.ReversedById)
            .Description("The later step that took it back; null while it holds. 撤销该步的后续记录；仍有效时为 null。")
            .Open(Reason);
    }

    public override string NaturalKey => nameof(HistoryEntry.Position);
}

internal sealed class HistoryConnectionType() : ConnectionType<HistoryEntryType>("History", "steps", "变更记录");

/// <summary>One value that a step changed.</summary>
internal sealed class HistoryChangeType : ObjectGraphType
{
    private const string Reason = "the history is guarded as a whole";

    public HistoryChangeType()
    {
        Name = "HistoryChange";
        Description = "One value that a step changed. 一项变更内容。";
        Field<NonNullGraphType<StringGraphType>>("field").Description("Path of the field. 字段路径。").Open(Reason);
        Field<StringGraphType>("before").Description("Its value before. 变更前的值。").Open(Reason);
        Field<StringGraphType>("after").Description("Its value after. 变更后的值。").Open(Reason);
    }
}

/// <summary>What a step changed, out of its sealed payload.</summary>
internal sealed class ChangesPart(FieldCipher cipher, int ordinal, IReadOnlyList<Selection> fields) : RowPart
{
    public override void Write(DbDataReader row, RowWriting writing)
    {
        var json = writing.Json;
        json.WriteStartArray();
        foreach (var change in row.IsDBNull(ordinal) ? [] : HistoryPayload.Open(row.GetFieldValue<byte[]>(ordinal), cipher))
        {
            json.WriteStartObject();
            foreach (var field in fields)
            {
                json.WriteString(field.Name, field.Field.Name switch
                {
                    "field" => change.Field,
                    "before" => change.Before,
                    "after" => change.After,
                    _ => "HistoryChange",
                });
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>The id of the step that took this one back.</summary>
internal sealed class ReversedByPart(CellPlace cell) : RowPart
{
    private readonly Func<DbDataReader, int, HistoryEntryId> _read = cell.Path.ReaderOf<HistoryEntryId>();

    public override void Write(DbDataReader row, RowWriting writing) =>
        writing.Json.WriteStringValue(row.IsDBNull(cell.Ordinal) ? null : NodeId.Of(_read(row, cell.Ordinal)));
}
