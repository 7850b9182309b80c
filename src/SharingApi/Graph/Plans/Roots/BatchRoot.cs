using System.Text;
using GraphQL.DataLoader;

namespace SharingApi.Graph.Plans.Roots;

/// <summary>The row of each of many sources, such as the persons of a feed: one statement for all of them.</summary>
/// <param name="keyOf">The key that a source names, or null.</param>
internal sealed class BatchRoot(Func<object, Guid?> keyOf) : PlanRoot
{
    public Guid? KeyOf(object source) => keyOf(source);

    public override PreparedRead? Prepare(PlanRequest request)
    {
        request.Lists.ReadChildren(request.Selection.Children);
        if (request.Lists.Refusal is not null)
        {
            return null;
        }

        var rows = (IRowType)request.Selection.Children[0].Type;

        // Who reads a row can go by the caller's role, which the disclosure does not know.
        var shape = new StringBuilder();
        rows.InScope(request.Operation, "")?.AppendShape(shape);
        var plan = request.GetOrCompile(
            shape.ToString(), builder => KeyedRowsPlan.Compile(builder, rows, request.Selection.Fields, request.Path));
        request.Note(plan.Notes);
        return new PlanBatch(request, plan);
    }
}

/// <summary>Gathers the rows that one field asks for, reads them together, and gives each source its own.</summary>
internal sealed class PlanBatch(PlanRequest request, KeyedRowsPlan plan) : PreparedRead
{
    private readonly List<Entry> _waiting = [];

    /// <summary>How many sources there will be is not known yet: they are counted when the answer is.</summary>
    public override int MostPersons => 0;

    public override ValueTask<RawJson?> RunAsync(OperationReads reads) =>
        throw new InvalidOperationException("A batch is asked for one row at a time.");

    /// <summary>Asks for a row; the answer comes with that of all others who were asked for meanwhile.</summary>
    public IDataLoaderResult Load(OperationReads reads, Guid key, IEnumerable<object> path)
    {
        var entry = new Entry(this, reads, key, [.. path]);
        _waiting.Add(entry);
        return entry;
    }

    private async ValueTask DispatchAsync(OperationReads reads)
    {
        var entries = _waiting.ToList();
        _waiting.Clear();
        using var rows = await plan.ReadAsync(reads, entries.Select(entry => entry.Key).ToHashSet(), request.Lists);
        using var answer = new RowBuffer();
        foreach (var entry in entries)
        {
            answer.Clear();
            if (rows.ByKey.TryGetValue(entry.Key, out var row))
            {
                rows.Emit(0, row, answer, entry.Path);
                entry.Answer = new RawJson(answer.Written.ToArray());
            }

            entry.IsRead = true;
        }

        rows.ReportDenied();
    }

    private sealed class Entry(PlanBatch batch, OperationReads reads, Guid key, List<object> path) : IDataLoaderResult
    {
        public Guid Key => key;

        public List<object> Path => path;

        public RawJson? Answer { get; set; }

        public bool IsRead { get; set; }

        public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default)
        {
            // The engine asks one after another, and the first one reads for all.
            if (!IsRead)
            {
                await batch.DispatchAsync(reads);
            }

            return Answer;
        }
    }
}
