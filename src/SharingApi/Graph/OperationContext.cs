using Domain.Access;
using SharingApi.Access;
using SharingApi.Audit;
using SharingApi.Graph.Documents;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Streams;

namespace SharingApi.Graph;

/// <summary>What one operation knows of itself: who asks, what they may see, and what has been disclosed so far.</summary>
/// <remarks>It is the engine's user context, so that every field reaches it.</remarks>
internal sealed class OperationContext(Caller? caller, Disclosure disclosure, ReadRecord record)
    : Dictionary<string, object?>(StringComparer.Ordinal)
{
    /// <summary>Null for anonymous introspection in Development.</summary>
    public Caller? Caller => caller;

    public Disclosure Disclosure => disclosure;

    /// <summary>The document that the operation stands in; set before the operation is executed.</summary>
    public KnownDocument? Document { get; set; }

    /// <summary>SHA-256 of the document's text, lower-case hexadecimal.</summary>
    /// <remarks>With the operation's name and a response path it names a selection: part of every plan's key.</remarks>
    public string DocumentHash => Document?.Hash ?? "";

    /// <summary>Whether the client prefers Chinese sentences; codes are the same in every language.</summary>
    public bool SpeaksChinese { get; set; }

    /// <summary>Shared by the members of a batch.</summary>
    public RequestBudget Budget { get; set; } = new();

    /// <summary>Set where the operation opened a subscription: the events that it will be answered with.</summary>
    public EventStream? Events { get; set; }

    /// <summary>The event that this run of a subscription answers; null while it is being opened, and for everything else.</summary>
    public object? Event { get; set; }

    /// <summary>What the read log will say of this operation.</summary>
    public ReadRecord Record => record;

    /// <summary>Selections that are not clear, by response path without indices: <c>extensions.disclosure</c>.</summary>
    public List<DisclosureNote> Notes { get; } = [];

    /// <summary>Selections whose value was withheld, with the place of the first and the number of all.</summary>
    public List<DeniedSelection> Denied { get; } = [];

    /// <summary>Called where a refusal takes the place of the answer: then nobody was disclosed.</summary>
    public void DiscloseNothing()
    {
        Record.Persons.Clear();
        Record.Items.Clear();
        Denied.Clear();
    }
}

/// <summary>One line of <c>extensions.disclosure</c>.</summary>
/// <param name="Path">Response names from the root, without list indices.</param>
/// <param name="Level">How the selection is answered.</param>
internal sealed record DisclosureNote(IReadOnlyList<string> Path, DisclosureLevel Level);

/// <summary>A selection that the caller may not see and that had rows: one error <c>AUTH_NOT_AUTHORIZED</c>.</summary>
/// <param name="FirstPath">Response names and list indices of the first occurrence.</param>
/// <param name="Count">Number of occurrences.</param>
internal sealed record DeniedSelection(IReadOnlyList<object> FirstPath, int Count);
