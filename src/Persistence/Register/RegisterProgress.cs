namespace Persistence.Register;

/// <summary>How far the making of a register is.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">Persons written so far, or indexes built.</param>
/// <param name="Total">Persons, or indexes, in all.</param>
public sealed record RegisterProgress(RegisterStage Stage, int Done, int Total);

public enum RegisterStage
{
    Persons,
    Indexes,
}
