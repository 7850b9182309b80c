using Domain.Persons;
using Persistence.Encryption;
using Persistence.Register;

namespace Persistence.Tests.Register;

/// <summary>Registers that are made once for all tests that only look at them.</summary>
public sealed class SmallRegister
{
    public const int Size = 2_000;

    /// <summary>The fewest persons, rounded up, among whom two share a number.</summary>
    private const int SizeWithRarities = 17_000;

    public static readonly RegisterPlan Plan = new(Size, 7, new DateOnly(2026, 11, 24));

    public SmallRegister()
    {
        var keys = Keys.Fresh();
        Cipher = new FieldCipher(keys.Fields);
        Index = new BlindIndex(keys.Index);
        Register = Make(Plan);
        Entries = [.. Register.Entries()];
        Rarities = new Lazy<IReadOnlyList<Person>>(() =>
            [.. Make(Plan with { Persons = SizeWithRarities }).Entries().Select(entry => entry.Person)]);
    }

    public FieldCipher Cipher { get; }

    public BlindIndex Index { get; }

    public SyntheticRegister Register { get; }

    public IReadOnlyList<RegisterEntry> Entries { get; }

    /// <summary>Enough persons to meet whatever is rare.</summary>
    public Lazy<IReadOnlyList<Person>> Rarities { get; }

    public IEnumerable<Person> Persons => Entries.Select(entry => entry.Person);

    public SyntheticRegister Make(RegisterPlan plan) => SyntheticRegister.Make(plan, Index, Cipher);
}
