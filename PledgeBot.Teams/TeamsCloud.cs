namespace PledgeBot.Teams;

/// <summary>One of the separate clouds that Teams is run in: who signs what comes from it, and where the bot's calls go.</summary>
/// <remarks>The constants are Microsoft's own, published for bots that are written without an SDK.</remarks>
public sealed class TeamsCloud
{
    /// <summary>How activities name Teams as the channel they come from, in every cloud.</summary>
    public const string ChannelId = "msteams";

    private TeamsCloud(
        string name, string tokenIssuer, string openIdMetadata, string loginAuthority, string tokenResource, params IReadOnlyList<string> connectorHosts)
    {
        Name = name;
        TokenIssuer = tokenIssuer;
        OpenIdMetadata = new Uri(openIdMetadata);
        LoginAuthority = loginAuthority;
        TokenResource = tokenResource;
        ConnectorHosts = connectorHosts;
    }

    /// <summary>Gets the cloud that everybody else is in, GCC included.</summary>
    public static TeamsCloud Public { get; } = new(
        "Public",
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.com",
        "https://api.botframework.com",
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com");

    /// <summary>Gets the cloud of the US Government: GCC High and DoD.</summary>
    public static TeamsCloud UsGovernment { get; } = new(
        "UsGovernment",
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.us",
        "https://api.botframework.us",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us");

    /// <summary>Gets the cloud in China that 21Vianet operates. Its connector hosts are not published: whoever runs a bot there names them.</summary>
    public static TeamsCloud China { get; } = new(
        "China",
        "https://api.botframework.azure.cn",
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        "https://login.partner.microsoftonline.cn",
        "https://api.botframework.azure.cn");

    /// <summary>Gets every cloud, the usual one first.</summary>
    public static IReadOnlyList<TeamsCloud> All { get; } = [Public, UsGovernment, China];

    /// <summary>Gets the name that settings use.</summary>
    public string Name { get; }

    /// <summary>Gets the issuer of the tokens that come with activities.</summary>
    public string TokenIssuer { get; }

    /// <summary>Gets where the OpenID metadata of that issuer is read, and with it the keys that it signs with.</summary>
    public Uri OpenIdMetadata { get; }

    /// <summary>Gets where Entra issues the bot's own tokens; the tenant's id follows it.</summary>
    public string LoginAuthority { get; }

    /// <summary>Gets what the bot's own tokens are for.</summary>
    public string TokenResource { get; }

    /// <summary>Gets the connector's hosts; none for a cloud where they are not known.</summary>
    public IReadOnlyList<string> ConnectorHosts { get; }

    /// <summary>Finds a cloud by its name, in any case; nothing if there is none of that name.</summary>
    public static TeamsCloud? Find(string name) => All.FirstOrDefault(cloud => cloud.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
