using Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Persistence;
using Persistence.StatusChanges;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>Whoever changes a grant past the program is found by <c>verify</c>: what was signed is computed again.</summary>
public sealed class GrantVerificationTests : IAsyncLifetime
{
    private SharingApp _app = null!;
    private Guid _grant;

    public async Task InitializeAsync()
    {
        _app = await SharingApp.StartAsync();
        var rig = new GrantRig(_app);
        var signed = GrantRig.Proposal("health", "REHAB", await rig.GrantOfAsync("health", "REHAB"), ("person.name", "CLEAR"));
        _grant = Guid.ParseExact((await rig.GrantAsync(signed))["grant_".Length..], "N");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task What_the_program_itself_does_with_grants_holds()
    {
        var rig = new GrantRig(_app);
        var later = GrantRig.Proposal("health", "REHAB", await rig.GrantOfAsync("health", "REHAB"), ("person.sex", "CLEAR"));
        later["from"] = "2027-06-01";
        await rig.GrantAsync(later);
        await rig.EndAsync("suspendGrant", await rig.GrantOfAsync("civil-affairs", "ASSIST"));

        Assert.Empty(await FindingsAsync());
    }

    [Theory]
    [InlineData("UPDATE Grants SET \"To\" = '2029-12-31' WHERE Id = {0}")]
    [InlineData("UPDATE Grants SET Scenario = 'another' WHERE Id = {0}")]
    [InlineData("UPDATE GrantItems SET Level = 'MASKED' WHERE GrantId = {0}")]
    [InlineData("UPDATE GrantSignatures SET Digest = 'another' WHERE GrantId = {0} AND Signer = 'access-admin-2'")]
    public async Task A_grant_that_does_not_say_what_was_signed_is_found(string change)
    {
        await ChangeAsync(change);

        Assert.Equal([VerificationCodes.GrantNotAsSigned], await FindingsAsync());
    }

    [Theory]
    [InlineData("DELETE FROM GrantSignatures WHERE GrantId = {0} AND Signer = 'access-admin-2'")]
    [InlineData("UPDATE GrantSignatures SET Office = 'one office' WHERE GrantId = {0}")]
    public async Task A_grant_in_force_without_two_offices_is_found(string change)
    {
        await ChangeAsync(change);

        Assert.Equal([VerificationCodes.GrantNotSignedByTwo], await FindingsAsync());
    }

    [Fact]
    public async Task Two_grants_that_hold_at_once_are_found()
    {
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<SharingDbContext>>().CreateDbContextAsync();
        var replaced = await db.Grants.Include(grant => grant.Changes)
            .SingleAsync(grant => grant.Client == "health" && grant.State == GrantState.Terminated);
        replaced.State = GrantState.Active;
        db.RemoveRange(replaced.Changes);
        await db.SaveChangesAsync();

        Assert.Equal([VerificationCodes.GrantsOverlap], await FindingsAsync());
    }

    private async Task ChangeAsync(string sql)
    {
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<SharingDbContext>>().CreateDbContextAsync();
        Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(sql, _grant.ToByteArray(bigEndian: true)));
    }

    private async Task<IReadOnlyList<string>> FindingsAsync()
    {
        List<string> codes = [];
        await foreach (var finding in _app.Services.GetRequiredService<RegisterVerification>().RunAsync(CancellationToken.None))
        {
            codes.Add(finding.Code);
        }

        return codes;
    }
}
