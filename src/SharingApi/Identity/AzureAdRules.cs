using Microsoft.Extensions.Options;

namespace SharingApi.Identity;

/// <summary>Stops the start at settings that would let in strangers, with one sentence a fault.</summary>
internal sealed class AzureAdRules(bool hasDevelopmentIssuer) : IValidateOptions<AzureAdSettings>
{
    /// <summary>The clouds we know: global and China, the latter by its present and its former name.</summary>
    private static readonly string[] Clouds =
    [
        "login.microsoftonline.com",
        "login.partner.microsoftonline.cn",
        "login.chinacloudapi.cn",
    ];

    public ValidateOptionsResult Validate(string? name, AzureAdSettings options)
    {
        var faults = FaultsOf(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>One sentence for each fault; none where the development issuer stands in for settings left out.</summary>
    public IEnumerable<string> FaultsOf(AzureAdSettings settings)
    {
        if (settings.IsEmpty && hasDevelopmentIssuer)
        {
            yield break;
        }

        if (FaultOfInstance(settings.Instance) is { } fault)
        {
            yield return fault;
        }

        if (!Guid.TryParseExact(settings.TenantId, "D", out _))
        {
            yield return "AzureAd:TenantId must be the GUID of one tenant, not a name such as common.";
        }

        if (!Guid.TryParseExact(settings.ClientId, "D", out _))
        {
            yield return "AzureAd:ClientId must be the GUID of this API's application.";
        }
    }

    private static string? FaultOfInstance(string? instance)
    {
        if (!Uri.TryCreate(instance, UriKind.Absolute, out var uri))
        {
            return "AzureAd:Instance must be the address of the cloud, such as https://login.microsoftonline.com/.";
        }

        if (!string.Equals(uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal))
        {
            return "AzureAd:Instance must begin with https.";
        }

        return Clouds.Contains(uri.Host, StringComparer.Ordinal) && uri.PathAndQuery is "/" && uri.IsDefaultPort
            ? null
            : $"AzureAd:Instance must be a known cloud: https:// and one of {string.Join(", ", Clouds)}.";
    }
}
