using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Persistence;
using Persistence.Audit;
using SharingApi.Access;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>Who is let in, for what, over HTTP: tokens, the two headers, registration and roles.</summary>
public sealed class LettingInTests(AccessApp house) : IClassFixture<AccessApp>
{
    private const string Persons = "{ persons(first: 1) { nodes { id } } }";

    [Theory]
    [InlineData("COFFEE")]
    [InlineData("subsidy")]
    [InlineData("")]
    [InlineData("SUBSIDY,ASSIST")]
    public async Task A_purpose_that_is_none_refuses_everything(string purpose)
    {
        foreach (var document in new[] { Persons, "{ viewer { client } }", "{ __typename }" })
        {
            var answer = await house.App.As("civil-affairs", purpose).AskAsync(document);

            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            Assert.Equal(["AUTH_PURPOSE_UNKNOWN"], answer.Codes);
            Assert.False(answer.HasData);
        }
    }

    [Fact]
    public async Task Two_headers_with_a_purpose_each_are_no_purpose()
    {
        using var response = await SendAsync("civil-affairs", ("Sharing-Purpose", "SUBSIDY"), ("Sharing-Purpose", "ASSIST"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("AUTH_PURPOSE_UNKNOWN", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A-2026-17", true)]
    [InlineData("", true)]
    [InlineData("tab\there", false)]
    public async Task A_file_reference_is_printable_or_refused(string reference, bool isTaken)
    {
        using var response = await SendAsync("civil-affairs", ("Sharing-Purpose", "SUBSIDY"), ("Sharing-Case", reference));

        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
        if (isTaken && reference.Length > 0)
        {
            Assert.Equal(reference, (await house.App.Services.GetRequiredService<ReadLogEntries>().NewestAsync(1))[0].CaseReference);
        }
    }

    [Fact]
    public async Task A_file_reference_of_more_than_a_hundred_characters_is_refused()
    {
        using var response = await SendAsync("civil-affairs", ("Sharing-Purpose", "SUBSIDY"), ("Sharing-Case", new string('a', 101)));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer ")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task What_is_no_valid_token_is_challenged(string authorization)
    {
        using var request = Request(authorization);
        using var response = await house.App.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.StartsWith("Bearer", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("health", "COFFEE", "AUTH_PURPOSE_UNKNOWN")]
    [InlineData("health", "SUBSIDY", "AUTH_PURPOSE_NOT_GRANTED")]
    [InlineData("health", null, "AUTH_PURPOSE_REQUIRED")]
    [InlineData("health", "LIFE_SYNC", "AUTH_PURPOSE_NOT_GRANTED")]
    public async Task A_refused_request_for_persons_leaves_exactly_one_entry(string client, string? purpose, string code)
    {
        var log = house.App.Services.GetRequiredService<ReadLogEntries>();
        var before = await log.CountAsync();

        var answer = await house.App.As(client, purpose).AskAsync(Persons);

        Assert.Equal([code], answer.Codes);
        Assert.Equal(before + 1, await log.CountAsync());
        var entry = (await log.NewestAsync(1))[0];
        Assert.Equal((client, "persons", ReadOutcome.Refused, 0), (entry.Client, entry.RootFields, entry.Outcome, entry.PersonCount));
    }

    [Fact]
    public async Task A_client_that_is_not_registered_is_refused_and_recorded()
    {
        await using var app = await SharingApp.StartAsync();
        var contexts = app.Services.GetRequiredService<IDbContextFactory<SharingDbContext>>();
        await using (var db = await contexts.CreateDbContextAsync())
        {
            await db.Clients.Where(client => client.Id == "court").ExecuteDeleteAsync();
        }

        await app.Services.GetRequiredService<Disclosures>().ReloadAsync(CancellationToken.None);
        var answer = await app.As("court", "SUBSIDY").AskAsync(Persons);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(["AUTH_CLIENT_UNKNOWN"], answer.Codes);
        var entry = (await app.Services.GetRequiredService<ReadLogEntries>().NewestAsync(1))[0];
        Assert.Equal(("court", ReadOutcome.Refused), (entry.Client, entry.Outcome));
    }

    [Fact]
    public void Every_root_field_that_nobody_classified_is_named() =>
        Assert.Equal(["secrets"], RootFieldRights.Uncovered(["persons", "secrets", "__typename"]));

    private async Task<HttpResponseMessage> SendAsync(string client, params (string Name, string Value)[] headers)
    {
        using var request = Request($"Bearer {await new TokenDesk(house.App.Http).TokenOfAsync(client)}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await house.App.Http.SendAsync(request);
    }

    private static HttpRequestMessage Request(string authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(new { query = Persons }) };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        return request;
    }
}
