using System.Net;
using Domain.Audit;
using Microsoft.Extensions.DependencyInjection;
using Persistence.Audit;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>Checks of an identity: who may state what, what is answered, and how often.</summary>
public sealed class CheckPersonTests(AccessApp house) : IClassFixture<AccessApp>
{
    private const string Check = "query Check($input: CheckPersonInput!) { checkPerson(input: $input) { result } }";
    private const string Lookup = "query Look($number: IdNumber!) { personByIdNumber(idNumber: $number) { id } }";

    private static int _nextHolder;

    [Fact]
    public async Task All_that_is_stated_must_be_true_of_one_person()
    {
        var holder = await HolderAsync();
        var police = house.App.As("public-security", "VERIFY");

        Assert.Equal("MATCH", await ResultAsync(police, new { idNumber = holder.IdNumber, name = holder.Name }));
        Assert.Equal("MATCH", await ResultAsync(police, new
        {
            idNumber = holder.IdNumber,
            name = holder.Name,
            birthDate = holder.BirthDate,
            sex = holder.Sex,
            hukouDivision = holder.Division,
        }));
        Assert.Equal("NO_MATCH", await ResultAsync(police, new { idNumber = holder.IdNumber, name = holder.Name + "某" }));
        Assert.Equal("NO_MATCH", await ResultAsync(police, new { idNumber = holder.IdNumber, name = holder.Name, birthDate = "1899-01-01" }));
        Assert.Equal("NO_MATCH", await ResultAsync(police, new { idNumber = Holder.Nobody(40).IdNumber, name = holder.Name }));
    }

    [Fact]
    public async Task A_certificate_number_is_checked_with_everything_that_it_contains()
    {
        var data = await house.App.As("federation", "CERT").DataAsync(
            "{ persons(first: 1, where: {certificate: {status: {eq: ACTIVE}, level: {eq: 2}}}) { nodes { name certificate { number category level } } } }");
        var person = data.GetProperty("persons").GetProperty("nodes")[0];
        var number = person.GetProperty("certificate").GetProperty("number").GetString()!;
        var name = person.GetProperty("name").GetString();
        var police = house.App.As("public-security", "VERIFY");

        Assert.Equal("MATCH", await ResultAsync(police, new { certificateNumber = number, name, level = 2 }));
        Assert.Equal("NO_MATCH", await ResultAsync(police, new { certificateNumber = number[..19] + "3" + number[20..], name }));
        Assert.Equal("NO_MATCH", await ResultAsync(police, new { certificateNumber = number, name, level = 3 }));
    }

    [Fact]
    public async Task Somebody_out_of_scope_is_a_miss()
    {
        var holder = (await Holder.LivingAsync(house.App, 1, "hukou:{division:{code:{eq:\"530128\"}}}"))[0];
        var input = new { idNumber = holder.IdNumber, name = holder.Name };

        Assert.Equal("NO_MATCH", await ResultAsync(house.App.As("county-wuhua", "SUBSIDY"), input));
        Assert.Equal("MATCH", await ResultAsync(house.App.As("county-luquan", "SUBSIDY"), input));
    }

    [Theory]
    [InlineData("{name: \"x\", birthDate: \"1976\"}")]
    [InlineData("{idNumber: \"53019919681105014X\"}")]
    [InlineData("{idNumber: \"53019919681105014X\", name: null}")]
    [InlineData("{}")]
    public async Task A_check_needs_a_number_and_something_else(string input)
    {
        var answer = await house.App.As("public-security", "VERIFY").AskAsync($"{{ checkPerson(input: {input}) {{ result }} }}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["CHECK_INCOMPLETE"], answer.Codes);
        Assert.False(answer.HasData);
    }

    [Theory]
    [InlineData("public-security", "VERIFY", "hukouCommunity: \"530102001001\"")]
    [InlineData("civil-affairs", "ASSIST", "category: VISUAL")]
    [InlineData("civil-affairs", "ASSIST", "certificateNumber: \"53019919681105014X72\"")]
    public async Task What_is_denied_to_the_caller_cannot_be_stated(string client, string purpose, string stated)
    {
        var answer = await house.App.As(client, purpose).AskAsync(
            $"{{ checkPerson(input: {{idNumber: \"53019919681105014X\", name: \"x\", {stated}}}) {{ result }} }}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(["AUTH_FILTER_NOT_AUTHORIZED"], answer.Codes);
    }

    [Fact]
    public async Task A_check_leaves_one_entry_that_names_a_person_only_where_one_matched()
    {
        var holder = await HolderAsync();
        var police = house.App.As("public-security", "VERIFY");
        var log = house.App.Services.GetRequiredService<ReadLogEntries>();
        var before = await log.CountAsync();

        await ResultAsync(police, new { idNumber = holder.IdNumber, name = holder.Name });
        await ResultAsync(police, new { idNumber = holder.IdNumber, name = "无此人" });

        Assert.Equal(before + 2, await log.CountAsync());
        var entries = await log.NewestAsync(2);
        Assert.Equal([(ReadOutcome.Miss, 0), (ReadOutcome.Hit, 1)], entries.Select(entry => (entry.Outcome, entry.PersonCount)));
        Assert.All(entries, entry => Assert.Equal("person.name:V,person.idNumber:V", entry.Items));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_twenty_first_check_of_a_number_is_refused_whoever_has_it(bool isHolder)
    {
        var number = isHolder ? (await Holder.LivingAsync(house.App, 60))[59].IdNumber : Holder.Nobody(77).IdNumber;
        var police = house.App.As("public-security", "VERIFY");
        for (var i = 0; i < 20; i++)
        {
            await ResultAsync(police, new { idNumber = number, name = $"第{i}" });
        }

        var answer = await police.AskAsync(Check, new { input = new { idNumber = number, name = "某" } });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["LIMIT_CHECKS"], answer.Codes);
        Assert.False(answer.HasData);
        Assert.Equal(20, answer.Errors[0].GetProperty("extensions").GetProperty("limit").GetInt32());
        Assert.Equal("NO_MATCH", await ResultAsync(house.App.As("civil-affairs", "ASSIST"), new { idNumber = number, name = "某" }));
    }

    [Fact]
    public async Task Aliases_are_counted_one_by_one_and_refused_together()
    {
        var number = Holder.Nobody(78).IdNumber;
        var checks = string.Join(' ', Enumerable.Range(0, 21).Select(i =>
            $"c{i}: checkPerson(input: {{idNumber: \"{number}\", name: \"n{i}\"}}) {{ result }}"));

        var answer = await house.App.As("public-security", "VERIFY").AskAsync($"{{ {checks} }}");

        Assert.Equal(["LIMIT_CHECKS"], answer.Codes);
        Assert.False(answer.HasData);
    }

    [Theory]
    [InlineData("public-security", "VERIFY", true)]
    [InlineData("health", "REHAB", true)]
    [InlineData("civil-affairs", "SUBSIDY", false)]
    public async Task A_look_up_counts_as_a_check_where_the_number_is_not_clear(string client, string purpose, bool counts)
    {
        var number = Holder.Nobody(79).IdNumber;
        var caller = house.App.As(client, purpose);
        for (var i = 0; i < 20; i++)
        {
            Assert.Empty((await caller.AskAsync(Lookup, new { number })).Errors);
        }

        Assert.Equal(counts ? ["LIMIT_CHECKS"] : [], (await caller.AskAsync(Lookup, new { number })).Codes);
    }

    private async Task<Holder> HolderAsync() => (await Holder.LivingAsync(house.App, 40))[Interlocked.Increment(ref _nextHolder)];

    private static async Task<string?> ResultAsync(Asker asker, object input) =>
        (await asker.DataAsync(Check, new { input })).GetProperty("checkPerson").GetProperty("result").GetString();
}
