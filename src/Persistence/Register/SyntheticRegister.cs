using Domain.Persons;
using Domain.Places;
using Domain.Shared;
using Persistence.Encryption;

namespace Persistence.Register;

/// <summary>An invented register of Kunming for development, tests and measurements: no person in it exists.</summary>
/// <remarks>
/// Units and communities get their persons in the proportions of domain.md 4.1, to the last one, in an order that mixes them
/// all. Each person is thrown by dice of their own, so that a rule that changes for some leaves the others as they were.
/// </remarks>
public sealed class SyntheticRegister
{
    // Streams of chance below those of persons, which count from 0.
    private const long OrderStream = -1_000_000_000;
    private const long KeyStream = -2_000_000_000;

    private readonly RegisterPlan _plan;
    private readonly SyntheticPerson _person;

    private SyntheticRegister(RegisterPlan plan, BlindIndex index, FieldCipher cipher)
    {
        _plan = plan;
        Communities = SyntheticPlaces.Make(RegisterPlan.Communities, plan.Seed);
        _person = new SyntheticPerson(plan, Communities, index, cipher);
    }

    public RegisterPlan Plan => _plan;

    public IReadOnlyList<Community> Communities { get; }

    /// <summary>The register as it is founded.</summary>
    public RegisterContent Content => new(_plan.Persons, Communities, Entries());

    /// <summary>Plans the register; persons are made as they are read.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The plan has no person, or its day is before 2000.</exception>
    public static SyntheticRegister Make(RegisterPlan plan, BlindIndex index, FieldCipher cipher)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(plan.Persons, nameof(plan));
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Today.Year, 2000, nameof(plan));
        return new SyntheticRegister(plan, index, cipher);
    }

    /// <summary>Every person once, in the order of their keys; the first is the person of the client <c>holder</c>.</summary>
    public IEnumerable<RegisterEntry> Entries()
    {
        var numbers = new SyntheticNumbers(_plan.Seed);
        var order = Order();
        var midnight = Shanghai.MidnightOf(_plan.Today).ToUnixTimeMilliseconds();
        var shared = SharedNumbers();
        (IdNumber Number, Sex Sex)? before = null;
        for (var i = 0; i < order.Length; i++)
        {
            var keys = new SyntheticKeys(new Dice(_plan.Seed, KeyStream - i), midnight - _plan.Persons + i);
            var who = shared.Contains(i) && before is { } twin ? twin : Number(i, numbers);
            yield return _person.Make(i, Communities[order[i]], who.Number, who.Sex, keys);
            before = who;
        }
    }

    /// <summary>The community of each person, as an index.</summary>
    private short[] Order()
    {
        var byUnit = Shares.Of(_plan.Persons, [.. ManagementUnits.All.Select(unit => unit.BudgetWeight)]);
        var order = new short[_plan.Persons];
        var next = 0;
        for (var u = 0; u < byUnit.Length; u++)
        {
            var unit = ManagementUnits.All[u].Code;
            var own = Enumerable.Range(0, Communities.Count)
                .Where(c => Communities[c].ManagementUnitCode.Equals(unit, StringComparison.Ordinal))
                .ToArray();
            var shares = Shares.Of(byUnit[u], [.. own.Select(_ => 1m)]);
            for (var c = 0; c < own.Length; c++)
            {
                order.AsSpan(next, shares[c]).Fill((short)own[c]);
                next += shares[c];
            }
        }

        new Dice(_plan.Seed, OrderStream).Shuffle(order.AsSpan());
        return order;
    }

    private (IdNumber Number, Sex Sex) Number(int ordinal, SyntheticNumbers numbers)
    {
        var dice = new Dice(_plan.Seed, OrderStream - 1 - ordinal);
        while (true)
        {
            var sex = dice.PerMille(560) ? Sex.Male : Sex.Female;
            if (numbers.Next(SyntheticAges.BirthDate(dice, _plan.Today, ordinal == 0), sex) is { } number)
            {
                return (number, sex);
            }
        }
    }

    /// <summary>Those who bear the number of the person before them, spread over the register.</summary>
    private HashSet<int> SharedNumbers()
    {
        var pairs = (int)Math.Round(_plan.Persons * (double)RegisterPlan.SharedNumbersPer100000 / 100_000);
        return [.. Enumerable.Range(1, pairs).Select(pair => (int)((long)pair * _plan.Persons / (pairs + 1)))];
    }
}
