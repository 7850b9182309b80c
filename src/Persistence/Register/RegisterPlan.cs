namespace Persistence.Register;

/// <summary>Which synthetic register to make. The same plan makes the same register, on any machine.</summary>
/// <param name="Persons">Number of holders; Kunming had 164,671 on 30 September 2022.</param>
/// <param name="Seed">What chance starts from.</param>
/// <param name="Today">The day of the founding in Asia/Shanghai: nothing in the register lies after it.</param>
public sealed record RegisterPlan(int Persons, long Seed, DateOnly Today)
{
    /// <summary>Holders in Kunming (domain.md 1).</summary>
    public const int Kunming = 164_671;

    /// <summary>Villages and communities (domain.md 1); a register of fewer persons has them all.</summary>
    public const int Communities = 1_729;

    /// <summary>Pairs of persons who share an ID number (重号) among 100,000.</summary>
    public const int SharedNumbersPer100000 = 3;
}
