using System.Linq.Expressions;
using Domain.Persons;
using Domain.ServiceNeeds;
using Persistence.Reading;

namespace Persistence.Tests.Reading;

/// <summary>Random conditions and orders, each twice: as a query of ours and as LINQ.</summary>
/// <param name="seed">Equal for equal shapes.</param>
/// <param name="needs">All service needs: conditions on them are evaluated one by one.</param>
internal sealed class RandomShapes(int seed, IReadOnlyList<ServiceNeed> needs)
{
    private static readonly string?[] Peoples = ["彝族", "白族", "a%_\\", "A%_\\"];

    private readonly Random _random = new(seed);

    public (ReadPredicate Ours, Expression<Func<Person, bool>> Linq) Condition(int depth) => _random.Next(depth > 0 ? 12 : 8) switch
    {
        0 => Compare(),
        1 => Ethnicity(),
        2 => (new ReadPredicate.IsNull(nameof(Person.HukouSince)), p => p.HukouSince == null),
        3 => Text(),
        4 => Among(),
        5 => Place(),
        6 => Since(),
        7 => Needs(),
        8 or 9 => Combine(depth, all: true),
        10 => Combine(depth, all: false),
        _ => Negate(depth),
    };

    public (IReadOnlyList<SortKey> Ours, Func<IQueryable<Person>, IOrderedQueryable<Person>> Linq) Order()
    {
        var descending = _random.Next(2) == 0;
        return _random.Next(4) switch
        {
            0 => ([new(nameof(Person.Ethnicity), descending), new(nameof(Person.Id))], people =>
                (descending ? people.OrderByDescending(p => p.Ethnicity) : people.OrderBy(p => p.Ethnicity)).ThenBy(p => p.Id)),
            1 => ([new("Community.Name", descending), new(nameof(Person.Id), true)], people =>
                (descending ? people.OrderByDescending(p => p.Community!.Name) : people.OrderBy(p => p.Community!.Name))
                .ThenByDescending(p => p.Id)),
            2 => ([new(nameof(Person.HukouSince), descending), new(nameof(Person.CertificateLevel)), new(nameof(Person.Id))], people =>
                (descending ? people.OrderByDescending(p => p.HukouSince) : people.OrderBy(p => p.HukouSince))
                .ThenBy(p => p.CertificateLevel).ThenBy(p => p.Id)),
            _ => ([new(nameof(Person.Id), descending)], people =>
                descending ? people.OrderByDescending(p => p.Id) : people.OrderBy(p => p.Id)),
        };
    }

    public int? Limit() => _random.Next(2) == 0 ? null : _random.Next(1, 30);

    private (ReadPredicate, Expression<Func<Person, bool>>) Compare()
    {
        var level = _random.Next(1, 5);
        return _random.Next(4) switch
        {
            0 => (new ReadPredicate.Compare(nameof(Person.CertificateLevel), Comparison.AtMost, level), p => p.CertificateLevel <= level),
            1 => (new ReadPredicate.Compare(nameof(Person.CertificateLevel), Comparison.Greater, level), p => p.CertificateLevel > level),
            2 => (new ReadPredicate.Compare(nameof(Person.LifeStatus), Comparison.Equal, LifeStatus.Deceased), p => p.LifeStatus == LifeStatus.Deceased),
            _ => (new ReadPredicate.Compare(nameof(Person.IsOnSubsistenceAllowance), Comparison.Equal, true), p => p.IsOnSubsistenceAllowance == true),
        };
    }

    private (ReadPredicate, Expression<Func<Person, bool>>) Ethnicity()
    {
        var value = Peoples[_random.Next(Peoples.Length)]!;
        return (new ReadPredicate.Compare(nameof(Person.Ethnicity), Comparison.Equal, value), p => p.Ethnicity == value);
    }

    private (ReadPredicate, Expression<Func<Person, bool>>) Text()
    {
        // No letter that has another case: EF's LIKE folds ASCII on SQLite, ours compares byte by byte on every database.
        var text = new[] { "彝", "%", "_", "\\", "族" }[_random.Next(5)];
        return _random.Next(3) switch
        {
            0 => (new ReadPredicate.Like(nameof(Person.Ethnicity), TextMatch.Contains, text), p => p.Ethnicity != null && p.Ethnicity.Contains(text)),
            1 => (new ReadPredicate.Like(nameof(Person.Name), TextMatch.StartsWith, text), p => p.Name.StartsWith(text)),
            _ => (new ReadPredicate.Like(nameof(Person.Ethnicity), TextMatch.EndsWith, text), p => p.Ethnicity != null && p.Ethnicity.EndsWith(text)),
        };
    }

    private (ReadPredicate, Expression<Func<Person, bool>>) Among()
    {
        var ids = Enumerable.Range(0, _random.Next(6)).Select(_ => People.Number(_random.Next(People.Count))).ToList();
        var statuses = new List<CertificateStatus> { CertificateStatus.Active, (CertificateStatus)_random.Next(7) };
        return _random.Next(2) == 0
            ? (new ReadPredicate.In(nameof(Person.Id), [.. ids.Cast<object>()]), p => ids.Contains(p.Id))
            : (new ReadPredicate.In(nameof(Person.CertificateStatus), [.. statuses.Cast<object>()]), p => statuses.Contains(p.CertificateStatus));
    }

    private (ReadPredicate, Expression<Func<Person, bool>>) Place()
    {
        var name = _random.Next(2) == 0 ? "翠湖" : "屏山";
        return _random.Next(2) == 0
            ? (new ReadPredicate.Compare("Community.Name", Comparison.Equal, name), p => p.Community!.Name == name)
            : (new ReadPredicate.Compare("Community.Code", Comparison.Equal, "530102001001"), p => p.Community!.Code == "530102001001");
    }

    private (ReadPredicate, Expression<Func<Person, bool>>) Since()
    {
        var day = new DateOnly(2019, 3, _random.Next(1, 29));
        return (
            new ReadPredicate.Compare(nameof(Person.HukouSince), Comparison.AtLeast, day),
            p => p.HukouSince != null && p.HukouSince.Value >= day);
    }

    private (ReadPredicate, Expression<Func<Person, bool>>) Needs()
    {
        var year = _random.Next(2019, 2027);
        var isOfYear = new ReadPredicate.Compare(nameof(ServiceNeed.Year), Comparison.AtLeast, year);
        var matching = needs.Where(need => need.Year >= year).Select(need => need.PersonId).Distinct().ToList();
        var others = needs.Where(need => need.Year < year).Select(need => need.PersonId).Distinct().ToList();
        var any = needs.Select(need => need.PersonId).Distinct().ToList();
        return _random.Next(4) switch
        {
            0 => (HasNeed(isOfYear), p => matching.Contains(p.Id)),
            1 => (new ReadPredicate.Not(HasNeed(isOfYear)), p => !matching.Contains(p.Id)),
            2 => (new ReadPredicate.Not(HasNeed(new ReadPredicate.Not(isOfYear))), p => !others.Contains(p.Id)),
            _ => (HasNeed(null), p => any.Contains(p.Id)),
        };
    }

    /// <summary>There is a need, in half of the cases found by way of its person's own needs.</summary>
    private ReadPredicate.Exists HasNeed(ReadPredicate? where)
    {
        var own = new ReadPredicate.Exists(typeof(ServiceNeed), nameof(ServiceNeed.PersonId), where);
        return _random.Next(2) == 0
            ? own
            : new(typeof(ServiceNeed), nameof(ServiceNeed.PersonId), own with { Of = "Person.Id" });
    }

    private (ReadPredicate, Expression<Func<Person, bool>>) Combine(int depth, bool all)
    {
        var (left, right) = (Condition(depth - 1), Condition(depth - 1));
        var person = left.Linq.Parameters[0];
        var other = new Replace(right.Linq.Parameters[0], person).Visit(right.Linq.Body);
        var body = all ? Expression.AndAlso(left.Linq.Body, other) : Expression.OrElse(left.Linq.Body, other);
        ReadPredicate ours = all ? new ReadPredicate.All([left.Ours, right.Ours]) : new ReadPredicate.Any([left.Ours, right.Ours]);
        return (ours, Expression.Lambda<Func<Person, bool>>(body, person));
    }

    private (ReadPredicate, Expression<Func<Person, bool>>) Negate(int depth)
    {
        var (ours, linq) = Condition(depth - 1);
        return (new ReadPredicate.Not(ours), Expression.Lambda<Func<Person, bool>>(Expression.Not(linq.Body), linq.Parameters));
    }

    private sealed class Replace(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
