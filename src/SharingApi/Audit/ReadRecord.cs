using Domain.Access;
using Domain.Persons;

namespace SharingApi.Audit;

/// <summary>Gathers, while an operation runs, what its one read-log entry will say.</summary>
internal sealed class ReadRecord(string requestId, string? caseReference)
{
    public string RequestId => requestId;

    public string? CaseReference => caseReference;

    /// <summary>True once a root field on personal data was asked for: then an entry is owed, whatever comes of it.</summary>
    public bool ConcernsPersons { get; set; }

    public List<string> RootFields { get; } = [];

    /// <summary>Level of every catalogue item that was given at all.</summary>
    public Dictionary<CatalogueItem, DisclosureLevel> Items { get; } = [];

    /// <summary>Persons of whom anything was disclosed.</summary>
    public HashSet<PersonId> Persons { get; } = [];
}
