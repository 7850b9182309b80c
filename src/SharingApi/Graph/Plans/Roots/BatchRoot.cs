using Domain.Persons;
using GraphQL.DataLoader;

namespace SharingApi.Graph.Plans.Roots;

/// <summary>The person of each of many sources, such as the entries of a feed: one statement for all of them.</summary>
/// <param name="keyOf">The person of a source, or null.</param>
internal sealed class BatchRoot(Func<object, PersonId?> keyOf) : PlanRoot
{
    public PersonId? KeyOf(object source) => keyOf(source);

    public override PreparedRead? Prepare(PlanRequest request)
    {
        request.Lists.ReadChildren(request.Selection.Children);
        if (request.Lists.Refusal is not null)
        {
            return null;
        }

        var rows = (IRowType)request.Selection.Children[0].Type;
        var plan = request.GetOrCompile(
            "", builder => KeyedRowsPlan.Compile(builder, rows, request.Selection.Fields, request.Path));
        request.Note(plan.Notes);
        return new PlanBatch(request, plan);
    }
}

/// <summary>Gathers the persons that one field asks for, reads them together, and gives each source its own.</summary>
internal sealed class PlanBatch(PlanRequest request, KeyedRowsPlan plan) : PreparedRead
{
    private readonly List<Entry> _waiting = [];

    public override ValueTask<RawJson?> RunAsync(OperationReads reads) =>
        throw new InvalidOperationException("A batch is asked for one person at a time.");

    /// <summary>Asks for a person; the answer comes with that of all others who were asked for meanwhile.</summary>
    public IDataLoaderResult Load(OperationReads reads, PersonId person, IEnumerable<object> path)
    {
        var entry = new Entry(this, reads, person, [.. path]);
        _waiting.Add(entry);
        return entry;
    }

    private async ValueTask DispatchAsync(OperationReads reads)
    {
        var entries = _waiting.ToList();
        _waiting.Clear();
        using var rows = await plan.ReadAsync(reads, entries.Select(entry => entry.Person.Value).ToHashSet(), request.Lists);
        using var answer = new RowBuffer();
        foreach (var entry in entries)
        {
            answer.Clear();
            if (rows.ByKey.TryGetValue(entry.Person.Value, out var row))
            {
                rows.Emit(0, row, answer, entry.Path);
                entry.Answer = new RawJson(answer.Written.ToArray());
            }

            entry.IsRead = true;
        }

        rows.ReportDenied();
    }

    private sealed class Entry(PlanBatch batch, OperationReads reads, PersonId person, List<object> path) : IDataLoaderResult
    {
        public PersonId Person => person;

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
