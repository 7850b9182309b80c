namespace SharingApi.Graph.Plans.Roots;

/// <summary>Nodes ready to be read: one statement for each kind that is asked for.</summary>
internal sealed class PreparedNodes(PlanRequest request, IReadOnlyList<NodePlan> plans, IReadOnlyList<string> ids, bool isList)
    : PreparedRead
{
    public override int MostPersons => ids.Count;

    public override bool Lists => isList;

    public override async ValueTask<RawJson?> RunAsync(OperationReads reads)
    {
        var found = new (RowSet Rows, int Row)?[ids.Count];
        var sets = new List<RowSet>();
        var merged = await request.Services.Merged.ReadAsync(reads.Cancellation);
        try
        {
            foreach (var plan in plans)
            {
                var keys = KeysOf(plan, merged);
                if (keys.Count == 0)
                {
                    continue;
                }

                Give(plan);
                var rows = await plan.Plan.ReadAsync(reads, [.. keys.Select(key => key.Key).Distinct()], request.Lists);
                sets.Add(rows);
                foreach (var (position, key) in keys)
                {
                    found[position] = rows.ByKey.TryGetValue(key, out var row) ? (rows, row) : null;
                }
            }

            using var answer = new RowBuffer();
            Write(answer, found);
            sets.ForEach(static rows => rows.ReportDenied());
            return isList || found[0] is not null ? new RawJson(answer.Written.ToArray()) : null;
        }
        finally
        {
            sets.ForEach(static rows => rows.Dispose());
        }
    }

    private List<(int Position, Guid Key)> KeysOf(NodePlan plan, IReadOnlyDictionary<Guid, Guid> merged)
    {
        var keys = new List<(int, Guid)>();
        for (var i = 0; i < ids.Count; i++)
        {
            if (NodeKey.TryRead(ids[i], plan.Prefix, out var key))
            {
                keys.Add((i, merged.GetValueOrDefault(key, key)));
            }
        }

        return keys;
    }

    private void Give(NodePlan plan)
    {
        foreach (var (item, level) in plan.Plan.Notes.Items)
        {
            request.Operation.Record.Items[item] = level;
        }
    }

    private void Write(RowBuffer answer, (RowSet Rows, int Row)?[] found)
    {
        var place = new List<object>(request.Path);
        if (!isList)
        {
            found[0]?.Rows.Emit(0, found[0]!.Value.Row, answer, place);
            return;
        }

        answer.Add((byte)'[');
        for (var i = 0; i < found.Length; i++)
        {
            if (i > 0)
            {
                answer.Add((byte)',');
            }

            if (found[i] is not { } node)
            {
                answer.Add("null"u8);
                continue;
            }

            place.Add(i);
            node.Rows.Emit(0, node.Row, answer, place);
            place.RemoveAt(place.Count - 1);
        }

        answer.Add((byte)']');
    }
}
