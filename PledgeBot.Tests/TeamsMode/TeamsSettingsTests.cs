using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using PledgeBot.TeamsMode;

namespace PledgeBot.Tests.TeamsMode;

/// <summary>Each mistake in the settings has its sentence, and no sentence repeats what a setting holds.</summary>
public sealed class TeamsSettingsTests
{
    private const string AppId = "7b9f0c1e-2a34-4c56-8d78-9e0f1a2b3c4d";
    private const string Tenant = "5a1b6c2d-0f3e-4a7b-9c8d-112233445566";

    [Fact]
    public void Read_TheLeast_IsThePublicCloudAndTheAppsOwnTenant()
    {
        TeamsSettings settings = Read();

        Assert.Equal(AppId, settings.Tokens.AppId);
        Assert.Equal("https://api.botframework.com", settings.Tokens.TokenIssuer);
        Assert.Equal("https://login.botframework.com/v1/.well-known/openidconfiguration", settings.Tokens.OpenIdMetadata.AbsoluteUri);
        Assert.Equal([Tenant], settings.Tokens.AllowedTenants);
        Assert.True(settings.ServiceUrls.Allows("https://smba.trafficmanager.net/emea/", out _));
        Assert.Equal("https://login.microsoftonline.com", settings.Credentials.Authority);
        Assert.Equal("https://api.botframework.com", settings.Credentials.Resource);
        Assert.Equal(Tenant, settings.Credentials.TenantId);
        Assert.Equal("hemligt", settings.Credentials.ClientSecret);
        Assert.False(settings.Credentials.UseManagedIdentity);
    }

    [Fact]
    public void Read_UsGovernment_IsAllOfThatCloud()
    {
        TeamsSettings settings = Read(("Teams:Cloud", "UsGovernment"));

        Assert.Equal("https://api.botframework.us", settings.Tokens.TokenIssuer);
        Assert.Equal("https://login.botframework.azure.us/v1/.well-known/openidconfiguration", settings.Tokens.OpenIdMetadata.AbsoluteUri);
        Assert.Equal("https://login.microsoftonline.us", settings.Credentials.Authority);
        Assert.Equal("https://api.botframework.us", settings.Credentials.Resource);
        Assert.False(settings.ServiceUrls.Allows("https://smba.trafficmanager.net/emea/", out _));
    }

    [Fact]
    public void Read_ChinaWithItsHosts_IsAllOfThatCloud()
    {
        TeamsSettings settings = Read(("Teams:Cloud", "China"), ("Teams:ConnectorHosts:0", "connector.example.cn"));

        Assert.Equal("https://api.botframework.azure.cn", settings.Tokens.TokenIssuer);
        Assert.Equal("https://login.partner.microsoftonline.cn", settings.Credentials.Authority);
        Assert.Equal(["connector.example.cn"], settings.ServiceUrls.Hosts);
    }

    [Fact]
    public void Read_TenantsOfTheList_AreAllThereAre()
    {
        const string Police = "66666666-0f3e-4a7b-9c8d-112233445566";

        Assert.Equal([Police], Read(("Teams:AllowedTenants:0", Police.ToUpperInvariant())).Tokens.AllowedTenants);
        Assert.Equal([Tenant, Police], Read(("Teams:AllowedTenants:0", Tenant), ("Teams:AllowedTenants:1", Police)).Tokens.AllowedTenants);
    }

    [Fact]
    public void Read_ManagedIdentity_NeedsNoPassword()
    {
        TeamsSettings settings = Read(("MicrosoftAppType", "UserAssignedMSI"), ("MicrosoftAppPassword", ""));

        Assert.True(settings.Credentials.UseManagedIdentity);
        Assert.Null(settings.Credentials.ClientSecret);
    }

    [Fact]
    public void Read_IdsWithCapitalsAndBlanks_AreAsTokensHaveThem() =>
        Assert.Equal(AppId, Read(("MicrosoftAppId", $" {AppId.ToUpperInvariant()} ")).Tokens.AppId);

    [Theory]
    [InlineData("http://127.0.0.1:6100/metadata", "Development")]
    [InlineData("http://localhost:6100/metadata", "Development")]
    [InlineData("https://issuer.example/metadata", "Production")]
    public void Read_MetadataWhereItMayBe_IsTaken(string address, string environment) =>
        Assert.Equal(address, Read(environment, ("Teams:OpenIdMetadata", address)).Tokens.OpenIdMetadata.AbsoluteUri);

    [Theory]
    [InlineData("MicrosoftAppId", "", "MicrosoftAppId is missing.")]
    [InlineData("MicrosoftAppId", "hemligt", "MicrosoftAppId is not a GUID.")]
    [InlineData("MicrosoftAppId", "{7b9f0c1e-2a34-4c56-8d78-9e0f1a2b3c4d}", "MicrosoftAppId is not a GUID.")]
    [InlineData("MicrosoftAppTenantId", "", "MicrosoftAppTenantId is missing.")]
    [InlineData("MicrosoftAppTenantId", "common", "MicrosoftAppTenantId is not a GUID.")]
    [InlineData("MicrosoftAppType", "MultiTenant", "MicrosoftAppType is MultiTenant, and Azure registers no such bots any more.")]
    [InlineData("MicrosoftAppType", "hemligt", "MicrosoftAppType is neither SingleTenant nor UserAssignedMSI.")]
    [InlineData("MicrosoftAppType", "UserAssignedMSI", "which needs neither password nor certificate. Remove MicrosoftAppPassword.")]
    [InlineData("MicrosoftAppPassword", "", "The bot has nothing to prove itself with.")]
    [InlineData("Teams:CertificateThumbprint", "hemligt", "MicrosoftAppPassword and Teams:CertificateThumbprint are set.")]
    [InlineData("Teams:CertificatePassword", "hemligt", "password belongs to a certificate's file")]
    [InlineData("Teams:Cloud", "hemligt", "Teams:Cloud names no cloud that PledgeBot knows. Use one of Public, UsGovernment, China.")]
    [InlineData("Teams:Cloud", "China", "Teams:ConnectorHosts is missing.")]
    [InlineData("Teams:AllowedTenants", "5a1b6c2d-0f3e-4a7b-9c8d-112233445566", "Teams:AllowedTenants is a list. Number its entries, also a single one: Teams__AllowedTenants__0")]
    [InlineData("Teams:AllowedTenants:0", "hemligt", "Teams:AllowedTenants holds something that is not a GUID.")]
    [InlineData("Teams:AllowedTenants:0", "*", "Teams:AllowedTenants holds something that is not a GUID.")]
    [InlineData("Teams:AllowedTenant:0", "hemligt", "Teams:AllowedTenant is no setting of PledgeBot.")]
    [InlineData("Teams:ConnectorHosts:0", "*.trafficmanager.net", "Teams:ConnectorHosts holds something that is not a host's whole name")]
    [InlineData("Teams:ConnectorHosts:0", "https://hemligt.example", "Teams:ConnectorHosts holds something that is not a host's whole name")]
    [InlineData("Teams:ConnectorHosts:0", "hemligt.example:8443", "Teams:ConnectorHosts holds something that is not a host's whole name")]
    [InlineData("Teams:ConnectorHosts:0", "localhost", "Teams:ConnectorHosts holds something that is not a host's whole name")]
    [InlineData("Teams:ConnectorHosts:0", "127.0.0.1", "Teams:ConnectorHosts holds something that is not a host's whole name")]
    [InlineData("Teams:OpenIdMetadata", "http://hemligt.example/", "Teams:OpenIdMetadata is not an https address.")]
    [InlineData("Teams:OpenIdMetadata", "http://127.0.0.1:6100/", "Teams:OpenIdMetadata is not an https address.")]
    [InlineData("Teams:OpenIdMetadata", "https://user:hemligt@issuer.example/", "Teams:OpenIdMetadata is not an https address.")]
    [InlineData("Teams:OpenIdMetadata", "file:///etc/passwd", "Teams:OpenIdMetadata is not an https address.")]
    [InlineData("Teams:OpenIdMetadata", "hemligt", "Teams:OpenIdMetadata is not an https address.")]
    public void Read_AMistake_HasOneSentence(string name, string value, string sentence)
    {
        IReadOnlyList<string> problems = Problems((name, value));

        Assert.Contains(sentence, Assert.Single(problems), StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", problems[0], StringComparison.Ordinal);
        Assert.EndsWith(".", problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HttpMetadataOfAnotherMachineInDevelopment_IsAMistake()
    {
        Assert.Null(TeamsSettings.Read(
            Configuration(("Teams:OpenIdMetadata", "http://192.0.2.1/")), new Surroundings("Development"), out IReadOnlyList<string> problems));

        Assert.Single(problems);
    }

    [Fact]
    public void Read_SeveralMistakes_NamesThemAll() =>
        Assert.Equal(3, Problems(("MicrosoftAppId", ""), ("MicrosoftAppTenantId", "x"), ("Teams:Cloud", "y")).Count);

    [Theory]
    [InlineData(false)]
    [InlineData(true, "MicrosoftAppId")]
    [InlineData(true, "MicrosoftAppPassword")]
    [InlineData(true, "MicrosoftAppTenantId")]
    [InlineData(true, "MicrosoftAppType")]
    [InlineData(true, "Teams:Cloud")]
    [InlineData(true, "Teams:Misspelt")]
    [InlineData(false, "Storage:DataDirectory")]
    public void AreIn_AnySettingOfTeams_IsTeamsMode(bool expected, params string[] names) => Assert.Equal(
        expected,
        TeamsSettings.AreIn(new ConfigurationBuilder().AddInMemoryCollection(names.ToDictionary(name => name, string? (_) => "x")).Build()));

    private static TeamsSettings Read(params (string Name, string Value)[] settings) => Read("Production", settings);

    private static TeamsSettings Read(string environment, params (string Name, string Value)[] settings)
    {
        var read = TeamsSettings.Read(Configuration(settings), new Surroundings(environment), out IReadOnlyList<string> problems);
        Assert.Empty(problems);
        return read!;
    }

    private static IReadOnlyList<string> Problems(params (string Name, string Value)[] settings)
    {
        Assert.Null(TeamsSettings.Read(Configuration(settings), new Surroundings("Production"), out IReadOnlyList<string> problems));
        return problems;
    }

    private static IConfiguration Configuration(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = AppId,
            ["MicrosoftAppTenantId"] = Tenant,
            ["MicrosoftAppPassword"] = "hemligt",
        };
        foreach ((string name, string value) in settings)
        {
            all[name] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(all).Build();
    }

    private sealed class Surroundings(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "PledgeBot";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
