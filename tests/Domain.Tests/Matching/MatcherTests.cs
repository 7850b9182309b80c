using Domain.Matching;
using Domain.Notices;
using Domain.Persons;

namespace Domain.Tests.Matching;

public sealed class MatcherTests
{
    private static readonly IdNumber Number = IdNumber.FromStore("53019919550817003X");
    private static readonly IdNumber OldNumber = IdNumber.FromStore("530199197602290010");

    private static readonly Candidate Holder = new()
    {
        Id = new(Guid.Parse("00000000-0000-7000-8000-000000000001")),
        IdNumber = Number,
        FoldedName = "阿依·买买提",
        Sex = Sex.Male,
        BirthDate = PartialDate.FromStore("1955-08-17"),
        HukouCommunityCode = "530102001001",
        Former = [new(OldNumber, "阿依")],
    };

    private static readonly Candidate Namesake = Holder with
    {
        Id = new(Guid.Parse("00000000-0000-7000-8000-000000000002")),
        Former = [],
    };

    private static readonly NoticeSubject Sent = new() { Name = "阿依·买买提", IdNumber = Number };

    public static TheoryData<MatchKind, string, NoticeSubject> OfOneHolder => new()
    {
        { MatchKind.Exact, "", Sent },
        { MatchKind.Exact, "", Sent with { Name = "阿依 • 买买提" } },
        { MatchKind.Exact, "", Sent with { Sex = Sex.Male, BirthDate = PartialDate.FromStore("1955") } },
        { MatchKind.IdOnly, "NAME_DIFFERS", Sent with { Name = "阿依买买提" } },
        { MatchKind.IdOnly, "NAME_FORMER", Sent with { Name = "阿依" } },
        { MatchKind.IdOnly, "NAME_NOT_SENT", Sent with { Name = null } },
        { MatchKind.IdOnly, "BIRTH_DATE_DIFFERS", Sent with { BirthDate = PartialDate.FromStore("1955-09") } },
        { MatchKind.IdOnly, "SEX_DIFFERS", Sent with { Sex = Sex.Female } },
        { MatchKind.IdOnly, "ID_NUMBER_FORMER", Sent with { IdNumber = OldNumber } },
        {
            MatchKind.Weak,
            "NO_ID_NUMBER",
            new() { Name = "阿依·买买提", BirthDate = Holder.BirthDate, HukouCommunity = Holder.HukouCommunityCode }
        },
    };

    [Theory]
    [MemberData(nameof(OfOneHolder))]
    public void A_notice_matches_one_holder_as_surely_as_its_content_allows(MatchKind kind, string reasons, NoticeSubject subject)
    {
        var match = Matcher.Match(subject, [Holder]);

        Assert.Equal((kind, reasons), (match.Kind!.Value, string.Join(',', match.Reasons)));
        Assert.Equal(Holder.Id, Assert.Single(match.Persons));
    }

    [Fact]
    public void A_number_that_two_holders_share_is_ambiguous_whatever_the_order()
    {
        var match = Matcher.Match(Sent, [Holder, Namesake]);
        var turned = Matcher.Match(Sent, [Namesake, Holder]);

        Assert.Equal(MatchKind.Ambiguous, match.Kind);
        Assert.Null(match.Certain);
        Assert.Equal(match.Persons, turned.Persons);
    }

    [Fact]
    public void A_number_that_is_no_holders_is_nobody_however_alike_the_rest_is()
    {
        var subject = Sent with
        {
            IdNumber = IdNumber.FromStore("53019919880808038X"),
            BirthDate = Holder.BirthDate,
            HukouCommunity = Holder.HukouCommunityCode,
        };

        Assert.Null(Matcher.Match(subject, [Holder]).Kind);
    }

    [Fact]
    public void A_human_who_was_registered_twice_is_one_candidate_under_both_registrations()
    {
        var other = Holder with { IdNumber = OldNumber, FoldedName = "阿依", Former = [] };
        Candidate[] both = [Holder with { Former = [] }, other];

        Assert.Equal(Holder.Id, Matcher.Match(Sent, both).Certain);
        Assert.Equal(Holder.Id, Matcher.Match(new() { Name = "阿依", IdNumber = OldNumber }, both).Certain);
        Assert.Equal(MatchKind.IdOnly, Matcher.Match(new() { Name = "别人", IdNumber = OldNumber }, both).Kind);
        Assert.Equal(Holder.Id, Matcher.Match(Sent, [both[0], other with { IdNumber = Number }]).Certain);
    }
}
