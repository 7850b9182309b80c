using System.Text.Json.Serialization;

namespace DevelopmentIssuer;

/// <summary>A token, as RFC 6749 section 5.1 and Entra ID answer it.</summary>
internal sealed record TokenAnswer(
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("ext_expires_in")] int ExtendedExpiresIn,
    [property: JsonPropertyName("access_token")] string AccessToken);

/// <summary>Why there is none (RFC 6749 section 5.2).</summary>
internal sealed record TokenFailure(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string Description);
