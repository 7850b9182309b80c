using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using DevelopmentIssuer;

namespace Testing;

/// <summary>Fetches tokens of the development clients from the development issuer, each once.</summary>
public sealed class TokenDesk(HttpClient http)
{
    private const string TokenPath = $"dev-issuer/{Issuer.TenantId}/oauth2/v2.0/token";

    private readonly ConcurrentDictionary<string, Task<string>> _tokens = new(StringComparer.Ordinal);

    public Task<string> TokenOfAsync(string client) => _tokens.GetOrAdd(client, FetchAsync);

    private async Task<string> FetchAsync(string client)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("client_id", client),
        ]);
        using var response = await http.PostAsync(TokenPath, form);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("access_token").GetString()!;
    }
}
