using GraphQL.Types;
using SharingApi.Graph.Errors;

namespace SharingApi.Graph.Plans;

/// <summary>A field whose answer a plan reads: what it needs is decided before the first statement of the operation runs.</summary>
internal abstract class PlanRoot
{
    private const string Key = "sharing.plan";

    /// <summary>Whether the field is about persons, so that an entry in the read log is owed even where nobody is found.</summary>
    public bool ConcernsPersons { get; init; } = true;

    public static PlanRoot? Of(IProvideMetadata field) => field.GetMetadata<PlanRoot?>(Key);

    public void BindTo(FieldType field) => field.Metadata[Key] = this;

    /// <summary>Reads the arguments and compiles the plan, or refuses; reads no row.</summary>
    public abstract PreparedRead? Prepare(PlanRequest request);
}

/// <summary>A plan ready to run.</summary>
internal abstract class PreparedRead
{
    /// <summary>Most persons of whom the answer could disclose something, whatever is found.</summary>
    public virtual int MostPersons => 1;

    /// <summary>Whether it lists persons, rather than answers for the one that was named.</summary>
    public virtual bool Lists => false;

    /// <summary>The last say before anything is read: why the whole request is refused, or null.</summary>
    public virtual ValueTask<RefusalError?> AdmitAsync(CancellationToken cancellationToken) => default;

    /// <summary>Reads and writes the answer; null where there is none.</summary>
    public abstract ValueTask<RawJson?> RunAsync(OperationReads reads);
}

/// <summary>One field whose plan is wanted, with all that a root needs to prepare it.</summary>
/// <param name="Services">What plans are made with.</param>
/// <param name="Lists">Reads arguments; keeps the first refusal.</param>
/// <param name="Selection">The field.</param>
/// <param name="Path">Its response path, without indices.</param>
/// <param name="Document">Key of this form of the document.</param>
internal sealed record PlanRequest(
    PlanServices Services, ListReading Lists, Selection Selection, IReadOnlyList<string> Path, string Document)
{
    public OperationContext Operation => Lists.Operation;

    /// <summary>The compiled plan of this request's shape.</summary>
    public TPlan GetOrCompile<TPlan>(string shape, Func<PlanBuilder, TPlan> compile)
        where TPlan : class => Services.Plans.GetOrCompile(
        new PlanKey(Document, string.Join('.', Path), shape + Lists.Shape, Operation.Disclosure.Shape),
        () => compile(new PlanBuilder(Operation, Services.Sql, Lists)));

    /// <summary>Tells the operation what a plan discloses and what not.</summary>
    public void Note(PlanNotes notes)
    {
        Operation.Notes.AddRange(notes.Notes);
        foreach (var (item, level) in notes.Items)
        {
            Operation.Record.Items[item] = level;
        }
    }

    public PreparedRead? Refuse(RefusalError refusal)
    {
        Lists.Refuse(refusal, Selection);
        return null;
    }
}

/// <summary>What a plan tells of itself, whatever rows there are.</summary>
internal sealed record PlanNotes(
    IReadOnlyList<DisclosureNote> Notes, IReadOnlyDictionary<Domain.Access.CatalogueItem, Domain.Access.DisclosureLevel> Items)
{
    public static PlanNotes Of(PlanBuilder plan) => new(plan.Notes, plan.Items);
}
