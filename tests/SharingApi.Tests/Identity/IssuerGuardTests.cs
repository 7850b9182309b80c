using DevelopmentIssuer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using SharingApi.Identity;

namespace SharingApi.Tests.Identity;

public sealed class IssuerGuardTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void The_issuer_is_not_made_outside_Development(string environment)
    {
        var directory = Path.Combine(Path.GetTempPath(), "sharing-no-issuer");

        Assert.Throws<InvalidOperationException>(() => new Issuer(
            new HostingEnvironment { EnvironmentName = environment }, directory, [], TimeProvider.System));
        Assert.False(Directory.Exists(directory));
    }

    [Fact]
    public async Task Outside_Development_settings_left_out_stop_the_start()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSignIn(builder.Configuration, builder.Environment);
        await using var app = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Equal(3, failure.Failures.Count());
        Assert.Null(app.Services.GetService<Issuer>());
    }
}
