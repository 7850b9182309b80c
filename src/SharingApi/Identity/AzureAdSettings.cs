namespace SharingApi.Identity;

/// <summary>The Entra ID tenant that vouches for callers: configuration section <c>AzureAd</c>.</summary>
internal sealed record AzureAdSettings
{
    public const string Section = "AzureAd";

    /// <summary>The cloud, such as <c>https://login.microsoftonline.com/</c>.</summary>
    public string? Instance { get; init; }

    public string? TenantId { get; init; }

    /// <summary>This API's application; tokens are for it.</summary>
    public string? ClientId { get; init; }

    /// <summary>True where nothing is set: in Development the development issuer then stands in.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Instance) && string.IsNullOrEmpty(TenantId) && string.IsNullOrEmpty(ClientId);
}
