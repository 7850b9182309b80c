using CsCheck;
using Domain.Notices;
using Domain.StatusChanges;

namespace Domain.Tests.StatusChanges;

/// <summary>Random histories of a person: notices, withdrawals, decisions and days, each step held against the naive fold.</summary>
public sealed class FoldModelTests
{
    private static readonly DateOnly FirstDay = new(2026, 1, 1);

    private static readonly Gen<(int Kind, int Day, int Choice)[]> Histories =
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 180], Gen.Int[0, 1_000_000]).Array[1, 14];

    [Fact]
    public void The_fold_is_what_the_page_says_and_receivers_who_hear_the_differences_know_it() => Histories.Sample(
        steps =>
        {
            var history = new History();
            return steps.All(history.Takes);
        },
        iter: 4_000);

    [Fact]
    public void The_order_of_arrival_does_not_matter_where_valid_times_differ() => Histories.Sample(
        steps =>
        {
            EvidenceFact[] facts = [.. steps.DistinctBy(step => step.Day).Select((step, i) => FactOf(step, i + 1)).OfType<EvidenceFact>()];
            EvidenceFact[] turned = [.. facts.Select((fact, i) => fact with { Position = facts.Length - i, ReceivedAt = fact.ReceivedAt.AddMinutes(-i) })];
            return AFact.Folded(facts).State == AFact.Folded([.. turned.Reverse()]).State;
        },
        iter: 2_000);

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var first in Rows.Keys)
        {
            foreach (var second in Rows.Keys)
            {
                pairs.Add(first, second);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_rows_give_one_state_in_either_order_and_each_can_be_taken_back(string first, string second)
    {
        var (one, other) = (Rows[first](1, "2026-05-10"), Rows[second](2, "2026-05-20"));
        var (late, early) = (Rows[first](2, "2026-05-10"), Rows[second](1, "2026-05-20"));
        var history = new History();

        Assert.True(history.Adds(one) && history.Adds(other));
        Assert.True(new History() is var turned && turned.Adds(early) && turned.Adds(late));
        Assert.Equal(history.State, turned.State);
        Assert.True(history.Withdraws(one));
        Assert.Equal(AFact.Folded(other).State, history.State);
        Assert.True(history.Withdraws(other));
        Assert.Equal(AFact.Founding, history.State);
    }

    private static readonly Dictionary<string, Func<long, string, EvidenceFact>> Rows = new(StringComparer.Ordinal)
    {
        ["D1"] = AFact.HukouDeath,
        ["D2"] = AFact.DeathCertificate,
        ["D3"] = AFact.Cremation,
        ["D5"] = AFact.DeclaredDead,
        ["D5 revoked"] = AFact.DeclarationRevoked,
        ["D7"] = (position, on) => AFact.HukouCancelled(position, on, HukouReason.Other),
        ["D7 without a reason"] = (position, on) => AFact.HukouCancelled(position, on, null),
        ["D8"] = AFact.IdentityCorrected,
        ["M1"] = (position, on) => AFact.Moved(position, on, "530128", "530128001001"),
        ["M1 back"] = (position, on) => AFact.Moved(position, on, "530102", "530102001001"),
        ["M3"] = (position, on) => AFact.Moved(position, on, "310101"),
        ["M6"] = (position, on) => AFact.Moved(position, on, "530102", "530102002001"),
        ["M7"] = AFact.SaysMoved,
        ["M7 to a place"] = (position, on) => AFact.SaysMoved(position, on, "530128001001"),
        ["identity"] = AFact.Renamed,
        ["M10"] = (position, on) => AFact.Moved(position, on, "530111", "530111001001"),
    };

    private static EvidenceFact? FactOf((int Kind, int Day, int Choice) step, long position)
    {
        var rows = Rows.Values.ToList();
        var day = FirstDay.AddDays(step.Day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return step.Kind < rows.Count ? rows[step.Kind](position, day) : null;
    }

    /// <summary>One person's history as it grows, in the fold, in the naive fold, and in the head of a receiver.</summary>
    private sealed class History
    {
        private readonly List<EvidenceFact> _standing = [];
        private readonly List<DecisionFact> _decisions = [];
        private readonly ToldView _receiver = new();
        private long _position = 1;
        private DateOnly _today = AFact.Received;
        private Folded _folded = AFact.Folded();

        public PersonState State => _folded.State;

        public bool Adds(EvidenceFact fact)
        {
            _standing.Add(fact);
            return Agrees(new(_today, fact));
        }

        public bool Withdraws(EvidenceFact fact)
        {
            _standing.RemoveAll(known => known.Id == fact.Id);
            return Agrees(new(_today, fact) { IsUndoing = true });
        }

        /// <summary>Takes a step; true where all three still agree.</summary>
        public bool Takes((int Kind, int Day, int Choice) step)
        {
            if (FactOf(step, ++_position) is { } fact)
            {
                return Adds(fact);
            }

            return (step.Kind - Rows.Count) switch
            {
                0 or 1 => _standing.Count == 0 || Withdraws(_standing[step.Choice % _standing.Count]),
                2 when _folded.Transfer is { } transfer => Decides(
                    step.Choice % 2 == 0 ? DecisionEffect.TransferAccepted : DecisionEffect.TransferRejected, transfer.ToUnit),
                3 => Decides(step.Choice % 2 == 0 ? DecisionEffect.DeathConfirmed : DecisionEffect.DeathReversed, null),
                _ => Passes(step.Day),
            };
        }

        private bool Decides(DecisionEffect effect, string? unit)
        {
            var decision = new DecisionFact(effect, ++_position, _today, unit);
            _decisions.Add(decision);
            return Agrees(new(_today, Decision: decision));
        }

        private bool Passes(int days)
        {
            _today = _today.AddDays(days);
            return Agrees(new(_today));
        }

        private bool Agrees(Cause cause)
        {
            var before = _folded;
            _folded = Fold.Of(new(AFact.Founding, [.. _standing], [.. _decisions], new(2099, 1, 1)), AFact.Communities, _today);
            _receiver.Hear(Facts.Between(before, _folded, cause), _folded.State);
            return _folded.State == NaiveFold.Of(_standing, _decisions, _today) && _receiver.Agrees(_folded.State);
        }
    }
}
