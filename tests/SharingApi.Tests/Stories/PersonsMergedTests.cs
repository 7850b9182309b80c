using Domain.Persons;
using SharingApi.Tests.StatusChanges;

namespace SharingApi.Tests.Stories;

/// <summary>One human was registered twice: two reviewers make one person of both, and two again where that was wrong (ADR 0020).</summary>
public sealed class PersonsMergedTests : IAsyncLifetime
{
    private const string DiedOn = "2026-05-10";

    private AppInTime _time = null!;
    private TwiceRegistered _desk = null!;
    private PlainPersons _plain = null!;

    public async Task InitializeAsync()
    {
        _time = await AppInTime.StartAsync("2026-06-01");
        _plain = await PlainPersons.OfAsync(_time.App, new(2027, 1, 1));
        _desk = new(_time);
    }

    public async Task DisposeAsync() => await _time.DisposeAsync();

    [Fact]
    public async Task Evidence_of_both_counts_for_the_one_who_is_kept_until_they_are_split()
    {
        var (twice, kept) = (InUnit("530128"), InUnit("530102"));
        await _time.ReportAsync([Died("h-1", "DEATH_CERTIFICATE", twice.Name, twice.IdNumber), _desk.Corrected("p-1", twice, kept.IdNumber)]);
        var persons = await _desk.CountAsync();
        Assert.Equal(("DEATH_REPORTED", "ALIVE"), (await _desk.LifeAsync(twice), await _desk.LifeAsync(kept)));

        await _desk.MergeAsync(twice, kept);

        Assert.Equal(persons - 1, await _desk.CountAsync());
        Assert.Equal(RegisterView.IdOf(kept), await _desk.NodeAsync("federation", twice));
        Assert.Equal(RegisterView.IdOf(kept), await _desk.ByNumberAsync(twice.IdNumber));
        Assert.Equal(RegisterView.IdOf(kept), await _desk.ByNumberAsync(kept.IdNumber));
        Assert.Null(await _desk.NodeAsync("federation-luquan", twice));
        Assert.Equal(RegisterView.IdOf(kept), await _desk.NodeAsync("federation-wuhua", twice));
        Assert.Equal("DEATH_REPORTED", await _desk.LifeAsync(kept));
        Assert.Equal("PERSONS_MERGED DEATH_REPORTED CERTIFICATE_FROZEN", await ToldAsync(kept));
        await _time.VerifiesAsync();

        await _desk.SplitAsync(kept, twice);

        Assert.Equal(persons, await _desk.CountAsync());
        Assert.Equal(("DEATH_REPORTED", "ALIVE"), (await _desk.LifeAsync(twice), await _desk.LifeAsync(kept)));
        Assert.EndsWith("PERSONS_SPLIT DEATH_REVERSED CERTIFICATE_UNFROZEN", await ToldAsync(kept), StringComparison.Ordinal);
        await _time.VerifiesAsync();
    }

    [Fact]
    public async Task A_notice_under_either_registration_is_about_the_one_who_is_kept()
    {
        var (twice, kept) = (InUnit("530128"), InUnit("530102"));
        await _time.ReportAsync([_desk.Corrected("p-1", twice, kept.IdNumber)]);
        await _desk.MergeAsync(twice, kept);

        await _time.ReportAsync([Died("h-1", "DEATH_CERTIFICATE", twice.Name, twice.IdNumber)]);
        Assert.Equal("DEATH_REPORTED", await _desk.LifeAsync(kept));
        await _time.ReportAsync([Died("c-1", "CREMATION", kept.Name, kept.IdNumber)]);
        Assert.Equal("DECEASED", await _desk.LifeAsync(kept));
    }

    [Fact]
    public async Task A_withdrawal_while_they_are_one_reaches_whoever_was_told_of_the_other()
    {
        var (twice, kept) = (InUnit("530128"), InUnit("530102"));
        await _time.ReportAsync([Died("h-1", "DEATH_CERTIFICATE", twice.Name, twice.IdNumber), _desk.Corrected("p-1", twice, kept.IdNumber)]);
        await _desk.MergeAsync(twice, kept);

        await Reporting.WithdrawAsync(_time.App, "health", "h-2", "h-1");
        await _time.AppliedAsync();

        var told = (await _time.App.As("county-luquan", "SUBSIDY").DataAsync("{ statusChanges(first: 100) { nodes { type } } }"))
            .GetProperty("statusChanges").GetProperty("nodes").EnumerateArray().Select(change => change.GetProperty("type").GetString()).ToList();
        Assert.Contains("DEATH_REPORTED", told);
        Assert.Contains("DEATH_REVERSED", told);

        await _desk.SplitAsync(kept, twice);
        Assert.Equal(("ALIVE", "ALIVE"), (await _desk.LifeAsync(kept), await _desk.LifeAsync(twice)));
        await _time.VerifiesAsync();
    }

    [Fact]
    public async Task Merging_and_splitting_leave_both_as_every_row_had_left_them()
    {
        var rows = RowOfTables.All.Where(row => row.Id != "D8").ToList();
        var pairs = _plain.All.Chunk(2).Zip(rows, (two, row) => (Twice: two[0], Kept: two[1], Row: row)).ToList();
        await _time.ReportAsync(pairs.Select((pair, i) => (pair.Row.Client, RowOfTables.Sent(pair.Row.Make(
            new()
            {
                MessageId = $"r-{i}",
                Type = default,
                OccurredOn = PartialDate.FromStore(DiedOn),
                Subject = new() { Name = pair.Twice.Name, IdNumber = pair.Twice.IdNumber },
            },
            HomeOfPerson.Of(pair.Twice, _plain.Communities))))).ToList());
        await _time.ReportAsync(pairs.Select((pair, i) => _desk.Corrected($"p-{i}", pair.Twice, pair.Kept.IdNumber)).ToList());
        string[] ids = [.. pairs.SelectMany(pair => new[] { RegisterView.IdOf(pair.Twice), RegisterView.IdOf(pair.Kept) })];
        var before = await RegisterView.ShownAsync(_time.App, ids);

        foreach (var pair in pairs)
        {
            await _desk.MergeAsync(pair.Twice, pair.Kept);
        }

        await _time.VerifiesAsync();
        foreach (var pair in pairs)
        {
            await _desk.SplitAsync(pair.Kept, pair.Twice);
        }

        await _time.VerifiesAsync();
        var after = await RegisterView.ShownAsync(_time.App, ids);
        Assert.All(ids, id => Assert.Equal(RegisterView.Text(before[id]), RegisterView.Text(after[id])));
    }

    [Fact]
    public async Task Who_is_kept_is_one_of_the_two_and_one_signature_merges_nobody()
    {
        var (twice, kept, third) = (InUnit("530128"), InUnit("530102"), InUnit("530111"));
        await _time.ReportAsync([_desk.Corrected("p-1", twice, kept.IdNumber)]);

        Assert.Equal("MERGE_NOT_POSSIBLE", await _desk.SignFirstAsync(twice, null));
        Assert.Equal("MERGE_NOT_POSSIBLE", await _desk.SignFirstAsync(twice, third));
        Assert.Null(await _desk.SignFirstAsync(twice, kept));
        Assert.Equal(RegisterView.IdOf(twice), await _desk.NodeAsync("federation", twice));
    }

    [Fact]
    public async Task Nobody_comes_back_who_was_not_merged()
    {
        var (one, other) = (InUnit("530128"), InUnit("530102"));
        await _desk.DoubtAsync(one);

        Assert.Equal("SPLIT_NOT_POSSIBLE", await _desk.SignFirstAsync(one, other, "DATA_ERROR"));
        Assert.Equal("SPLIT_NOT_POSSIBLE", await _desk.SignFirstAsync(one, null, "DATA_ERROR"));
    }

    private Person InUnit(string unit) => _plain.All.First(person => person.ManagementUnitCode == unit);

    private async Task<string> ToldAsync(Person person) => (await SimulatedReceiver.ReadAsync(_time.App)).Told(RegisterView.IdOf(person));

    private static (string Client, object Notice) Died(string id, string type, string name, IdNumber number) => (
        type == "CREMATION" ? "civil-affairs" : "health",
        new { messageId = id, type, occurredOn = DiedOn, subject = new { name, idNumber = number.Value } });
}
