using SharingApi.Identity;

namespace SharingApi.Tests.Identity;

public sealed class AzureAdRulesTests
{
    private const string Tenant = "2f1c9a3e-7d40-4c55-9d5a-0a4c5b6d7e8f";
    private const string Client = "6b0e4d2c-1a3f-4e5d-8c7b-9a8f7e6d5c4b";

    private const string NoInstance = "AzureAd:Instance must be the address of the cloud, such as https://login.microsoftonline.com/.";
    private const string NoHttps = "AzureAd:Instance must begin with https.";
    private const string NoCloud = "AzureAd:Instance must be a known cloud: https:// and one of " +
        "login.microsoftonline.com, login.partner.microsoftonline.cn, login.chinacloudapi.cn.";

    private const string NoTenant = "AzureAd:TenantId must be the GUID of one tenant, not a name such as common.";
    private const string NoClient = "AzureAd:ClientId must be the GUID of this API's application.";

    [Theory]
    [InlineData("https://login.microsoftonline.com/")]
    [InlineData("https://login.microsoftonline.com")]
    [InlineData("https://login.partner.microsoftonline.cn/")]
    [InlineData("https://login.chinacloudapi.cn/")]
    public void A_known_cloud_with_a_tenant_and_an_application_is_sound(string instance) =>
        Assert.Empty(Faults(instance, Tenant, Client));

    [Theory]
    [InlineData(null, Tenant, Client, NoInstance)]
    [InlineData("login.microsoftonline.com", Tenant, Client, NoInstance)]
    [InlineData("http://login.microsoftonline.com/", Tenant, Client, NoHttps)]
    [InlineData("https://login.example.org/", Tenant, Client, NoCloud)]
    [InlineData("https://login.microsoftonline.com.example.org/", Tenant, Client, NoCloud)]
    [InlineData("https://login.microsoftonline.com:8443/", Tenant, Client, NoCloud)]
    [InlineData("https://login.microsoftonline.com/dev/", Tenant, Client, NoCloud)]
    [InlineData("https://login.microsoftonline.com/", "common", Client, NoTenant)]
    [InlineData("https://login.microsoftonline.com/", null, Client, NoTenant)]
    [InlineData("https://login.microsoftonline.com/", Tenant, "api://sharing", NoClient)]
    [InlineData("https://login.microsoftonline.com/", Tenant, null, NoClient)]
    public void A_fault_is_told_in_a_sentence(string? instance, string? tenant, string? client, string sentence) =>
        Assert.Equal([sentence], Faults(instance, tenant, client));

    [Fact]
    public void Every_fault_is_told_at_once() =>
        Assert.Equal([NoInstance, NoTenant, NoClient], Faults(null, null, null));

    [Fact]
    public void Settings_left_out_are_sound_only_where_the_development_issuer_stands_in()
    {
        Assert.Empty(new AzureAdRules(hasDevelopmentIssuer: true).FaultsOf(new AzureAdSettings()));
        Assert.NotEmpty(new AzureAdRules(hasDevelopmentIssuer: true).FaultsOf(new AzureAdSettings { TenantId = Tenant }));
    }

    private static IEnumerable<string> Faults(string? instance, string? tenant, string? client) =>
        new AzureAdRules(hasDevelopmentIssuer: false)
            .FaultsOf(new AzureAdSettings { Instance = instance, TenantId = tenant, ClientId = client });
}
