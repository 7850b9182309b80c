using Persistence.Reading;

namespace SharingApi.Graph.Plans.Roots;

/// <summary>The compiled plan of rows that are asked for by their keys.</summary>
internal sealed record KeyedRowsPlan(RowsPlan Rows, ReadStatement? Statement, PlanNotes Notes)
{
    public static KeyedRowsPlan Compile(PlanBuilder plan, IRowType type, IReadOnlyList<Selection> fields, IReadOnlyList<string> path)
    {
        var level = new RowsBuilder(plan, type);
        level.ReadKey();
        level.Project(fields, path);
        plan.GiveRowsOf(type);
        var rows = level.Build();
        var where = WhereOf(plan.Operation, type, []);
        return new KeyedRowsPlan(
            rows, where.IsNever && IsOutOfReach(plan.Operation, type) ? null : plan.Sql.Write(rows.QueryFor(plan.Operation, where, [])), PlanNotes.Of(plan));
    }

    /// <summary>The rows of these keys that the caller reaches.</summary>
    public static ReadPredicate WhereOf(OperationContext operation, IRowType type, IReadOnlyList<object> keys) => ReadPredicate.Both(
        ReadPredicate.Both(type.InScope(operation, ""), type.Visible(operation, "")),
        new ReadPredicate.In(RowsBuilder.IdOf(type).Path, keys))!;

    public async ValueTask<RowSet> ReadAsync(OperationReads reads, IReadOnlyCollection<Guid> keys, ListReading lists)
    {
        var set = new RowSet(Rows, reads.Operation);
        if (Statement is not null && keys.Count > 0)
        {
            var id = RowsBuilder.IdOf(Rows.Type);
            var where = WhereOf(reads.Operation, Rows.Type, [.. keys.Select(id.Key)]);
            await reads.ReadAsync(Rows, Statement, Rows.QueryFor(reads.Operation, where, []).Values(), set, lists);
        }

        return set;
    }

    private static bool IsOutOfReach(OperationContext operation, IRowType type) =>
        type.InScope(operation, "")?.IsNever == true || type.Visible(operation, "")?.IsNever == true;
}
