using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Testing;

/// <summary>A client that asks for one purpose, as a partner's system would: over HTTP, with a token.</summary>
public sealed class Asker(HttpClient http, TokenDesk desk, string client, string? purpose)
{
    public string Client => client;

    public string? Purpose => purpose;

    /// <summary>Sends an operation and takes whatever comes back.</summary>
    public Task<Answer> AskAsync(string document, object? variables = null) => PostAsync(new { query = document, variables });

    /// <summary>Sends a request as its client would write it, and takes whatever comes back.</summary>
    public async Task<Answer> PostAsync(object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await desk.TokenOfAsync(client));
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        if (purpose is not null)
        {
            request.Headers.Add("Sharing-Purpose", purpose);
        }

        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return Discretion.BetrayedIn(JsonDocument.Parse(text).RootElement) is { } told
            ? throw new InvalidOperationException($"{client} for {purpose} was told '{told}': {text}")
            : new Answer(response.StatusCode, text);
    }

    /// <summary>Sends an operation that must succeed without any error, and takes its data.</summary>
    public async Task<JsonElement> DataAsync(string document, object? variables = null)
    {
        var answer = await AskAsync(document, variables);
        return answer.Status == HttpStatusCode.OK && answer.Errors.Count == 0
            ? answer.Data
            : throw new InvalidOperationException($"{client} for {purpose} was answered {answer.Status}: {answer.Text}");
    }
}

/// <summary>What the server answered.</summary>
public sealed class Answer(HttpStatusCode status, string text)
{
    private readonly JsonElement _root = JsonDocument.Parse(text).RootElement;

    public HttpStatusCode Status => status;

    public string Text => text;

    public bool HasData => _root.TryGetProperty("data", out _);

    public JsonElement Data => _root.GetProperty("data");

    public IReadOnlyList<JsonElement> Errors =>
        _root.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray()] : [];

    /// <summary>The codes of all errors, in order.</summary>
    public IReadOnlyList<string?> Codes =>
        [.. Errors.Select(error => error.GetProperty("extensions").GetProperty("code").GetString())];

    /// <summary><c>extensions.disclosure</c> as <c>path: LEVEL</c>.</summary>
    public IReadOnlyDictionary<string, string> Disclosure =>
        _root.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("disclosure", out var notes)
            ? notes.EnumerateArray().ToDictionary(
                note => string.Join('.', note.GetProperty("path").EnumerateArray().Select(part => part.GetString())),
                note => note.GetProperty("level").GetString()!,
                StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);
}
