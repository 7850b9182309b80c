using BenchmarkDotNet.Attributes;
using Domain.Matching;
using Domain.Notices;
using Domain.Persons;

namespace Micro;

/// <summary>Deciding whom a notice is about, once its candidates are found.</summary>
[MemoryDiagnoser]
public class MatchingBenchmarks
{
    private static readonly IdNumber Number = IdNumber.FromStore("53019919550817003X");

    private static readonly Candidate[] Holders =
    [
        new()
        {
            Id = new PersonId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)),
            IdNumber = Number,
            FoldedName = "阿依·买买提",
            Sex = Sex.Male,
            BirthDate = PartialDate.FromStore("1955-08-17"),
            HukouCommunityCode = "530102001001",
        },
    ];

    private static readonly NoticeSubject ByNumber = new() { Name = "阿依・买买提", IdNumber = Number };

    private static readonly NoticeSubject ByWeakKey = new()
    {
        Name = "阿依・买买提",
        BirthDate = PartialDate.FromStore("1955-08-17"),
        HukouCommunity = "530102001001",
    };

    [Benchmark]
    public Match Exact() => Matcher.Match(ByNumber, Holders);

    [Benchmark]
    public Match Weak() => Matcher.Match(ByWeakKey, Holders);

    [Benchmark]
    public Match Nobody() => Matcher.Match(ByNumber, []);
}
