using GraphQL.Execution;
using SharingApi.Graph.Errors;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace SharingApi.Graph.Plans;

/// <summary>All plans of one operation, prepared before any of them runs.</summary>
internal sealed class PlannedOperation : IAsyncDisposable
{
    private const string Key = "plans";

    private readonly Dictionary<string, PreparedRead> _prepared = new(StringComparer.Ordinal);
    private readonly PlanServices _services;
    private readonly ExecutionContext _context;
    private readonly OperationContext _operation;
    private readonly string _document;

    private PlannedOperation(PlanServices services, ExecutionContext context, OperationContext operation, string document)
    {
        _services = services;
        _context = context;
        _operation = operation;
        _document = document;
        Reads = new OperationReads(services.Connections, operation, context.CancellationToken);
    }

    public OperationReads Reads { get; }

    /// <summary>Why the whole request is refused, or null.</summary>
    public RefusalError? Refusal { get; private set; }

    public static PlannedOperation Of(OperationContext operation) => (PlannedOperation)operation[Key]!;

    /// <summary>Reads all arguments and compiles all plans; runs nothing.</summary>
    public static PlannedOperation Prepare(
        PlanServices services, ExecutionContext context, OperationContext operation, string document, IReadOnlyList<Selection> roots)
    {
        var planned = new PlannedOperation(services, context, operation, document);
        operation[Key] = planned;
        planned.Walk(roots, []);
        return planned;
    }

    /// <summary>The plan of the field at this node; nodes of one list share theirs.</summary>
    public PreparedRead PlanAt(ExecutionNode node) => _prepared[PathOf(node)];

    /// <summary>Asks every plan whether it may run, and keeps the first refusal.</summary>
    public async ValueTask AdmitAsync(CancellationToken cancellationToken)
    {
        foreach (var prepared in _prepared.Values)
        {
            Refusal ??= await prepared.AdmitAsync(cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => Reads.DisposeAsync();

    private void Walk(IReadOnlyList<Selection> fields, IReadOnlyList<string> parents)
    {
        foreach (var field in fields)
        {
            if (Refusal is not null)
            {
                return;
            }

            IReadOnlyList<string> path = [.. parents, field.Name];
            if (PlanRoot.Of(field.Field) is { } root)
            {
                var lists = new ListReading(_context, _operation, _services);
                var prepared = root.Prepare(new PlanRequest(_services, lists, field, path, _document));
                Refusal = lists.Refusal;
                if (prepared is not null)
                {
                    _prepared[string.Join('.', path)] = prepared;
                }

                continue;
            }

            foreach (var (_, below) in field.Children)
            {
                Walk(below, path);
            }
        }
    }

    private static string PathOf(ExecutionNode node)
    {
        if (node.Parent is RootExecutionNode)
        {
            return node.Name!;
        }

        var names = new Stack<string>();
        for (var at = node; at is not RootExecutionNode; at = at.Parent)
        {
            if (at.IndexInParentNode is null)
            {
                names.Push(at.Name!);
            }
        }

        return string.Join('.', names);
    }
}
