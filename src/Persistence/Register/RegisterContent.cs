using Domain.Places;

namespace Persistence.Register;

/// <summary>What a register is founded with.</summary>
/// <param name="Persons">How many there are.</param>
/// <param name="Communities">Every community that a person names.</param>
/// <param name="Entries">Every person once, in the order of their keys; read once.</param>
public sealed record RegisterContent(int Persons, IReadOnlyList<Community> Communities, IEnumerable<RegisterEntry> Entries);
