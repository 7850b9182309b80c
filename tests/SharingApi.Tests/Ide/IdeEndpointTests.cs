using System.Net;
using System.Text.Json;
using SharingApi.Ide;

namespace SharingApi.Tests.Ide;

public sealed class IdeEndpointTests
{
    private static readonly IdeArchive Nothing = new(static () => null);

    [SkippableTheory]
    [InlineData("/graphql/ui/", "text/html; charset=utf-8")]
    [InlineData("/graphql/ui/index.html", "text/html; charset=utf-8")]
    [InlineData("/graphql/ui/favicon.svg", "image/svg+xml")]
    [InlineData("/graphql/ui/manifest.webmanifest", "application/manifest+json")]
    public async Task A_file_of_the_package_is_served_as_what_it_is(string path, string contentType)
    {
        RequireIde();
        await using var host = await IdeHost.StartAsync();

        using var response = await host.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
    }

    [SkippableFact]
    public async Task A_file_that_the_browser_still_has_is_not_sent_again()
    {
        RequireIde();
        await using var host = await IdeHost.StartAsync();
        using var first = await host.GetAsync("/graphql/ui/");

        using var second = await host.GetAsync("/graphql/ui/", request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [SkippableFact]
    public async Task Every_file_that_the_page_names_is_served_and_may_be_kept_for_good()
    {
        RequireIde();
        await using var host = await IdeHost.StartAsync();
        using var package = IdeArchive.Embedded.Open()!;
        var hashed = package.Entries.Where(entry => entry.FullName.StartsWith("static/", StringComparison.Ordinal)
            && entry.Length > 0);

        foreach (var file in hashed)
        {
            using var response = await host.GetAsync("/graphql/ui/" + file.FullName);
            var body = await response.Content.ReadAsByteArrayAsync();

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(file.Length, body.Length);
            Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
        }
    }

    [SkippableFact]
    public async Task The_licence_of_the_package_is_shipped_word_for_word()
    {
        RequireIde();
        await using var host = await IdeHost.StartAsync();

        using var response = await host.GetAsync("/graphql/ui/LICENSE");

        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        using var package = IdeArchive.Embedded.Open()!;
        using var shipped = new StreamReader(package.GetEntry("LICENSE")!.Open());
        Assert.Equal(await shipped.ReadToEndAsync(), await response.Content.ReadAsStringAsync());
    }

    [SkippableTheory]
    [InlineData("/graphql/ui/service-worker.js")]
    [InlineData("/graphql/ui/index.mjs")]
    [InlineData("/graphql/ui/package.json")]
    [InlineData("/graphql/ui/static/js/unknown.js")]
    [InlineData("/graphql/ui/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("/graphql/ui/..%2f..%2fappsettings.json")]
    public async Task Nothing_else_is_served(string path)
    {
        RequireIde();
        await using var host = await IdeHost.StartAsync();

        using var response = await host.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("immutable", response.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/graphql/ui")]
    [InlineData("/graphql/ui/")]
    [InlineData("/graphql/ui/LICENSE")]
    [InlineData("/graphql/ui/bcp-config.json")]
    [InlineData("/graphql/ui/unknown")]
    public async Task Every_answer_confines_the_page_to_this_host(string path)
    {
        await using var host = await IdeHost.StartAsync();

        using var response = await host.GetAsync(path);

        var policy = Header(response, "Content-Security-Policy");
        Assert.StartsWith("default-src 'self'; script-src 'self' 'unsafe-eval'; ", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal("DENY", Header(response, "X-Frame-Options"));
    }

    [Fact]
    public async Task The_address_without_its_slash_leads_to_the_one_with_it()
    {
        await using var host = await IdeHost.StartAsync();

        using var response = await host.GetAsync("/graphql/ui?tab=1");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/graphql/ui/?tab=1", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_preset_points_at_the_endpoint_beside_the_ide_and_calls_nobody()
    {
        await using var host = await IdeHost.StartAsync();

        using var response = await host.GetAsync("/graphql/ui/bcp-config.json");

        using var preset = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.True(preset.RootElement.GetProperty("disableTelemetry").GetBoolean());
        Assert.True(preset.RootElement.GetProperty("useBrowserUrlAsEndpoint").GetBoolean());
        var endpoint = new Uri(new Uri(host.Address, "/graphql/ui/"), preset.RootElement.GetProperty("endpoint").GetString());
        Assert.Equal("/graphql/", endpoint.AbsolutePath);
        Assert.Contains("query Welcome", preset.RootElement.GetProperty("graphQLDocument").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_without_npm_says_what_is_missing_and_how_to_mend_it()
    {
        await using var host = await IdeHost.StartAsync(archive: Nothing);

        using var response = await host.GetAsync("/graphql/ui/");

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Contains("Install Node.js", page, StringComparison.Ordinal);
        Assert.Contains("安装 Node.js", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Development", false, false)]
    [InlineData("Production", null, false)]
    [InlineData("Production", true, true)]
    public async Task The_ide_is_there_in_Development_or_where_the_setting_says_so(
        string environment, bool? enabled, bool isServed)
    {
        await using var host = await IdeHost.StartAsync(environment, enabled, Nothing);

        using var response = await host.GetAsync("/graphql/ui/");

        Assert.Equal(isServed ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.NotFound, response.StatusCode);
    }

    private static void RequireIde()
    {
        using var package = IdeArchive.Embedded.Open();
        Requirement.Of(package is not null, "npm was not there when this build was made: it has no Banana Cake Pop.");
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
