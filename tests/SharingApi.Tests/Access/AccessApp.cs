using Testing;

namespace SharingApi.Tests.Access;

/// <summary>One running server for the tests of a class; none of them changes a right.</summary>
public sealed class AccessApp : IAsyncLifetime
{
    public SharingApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();
}
