using System.Globalization;
using PledgeBot.Teams;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Connector.Credentials;
using PledgeBot.Teams.Tokens;

namespace PledgeBot.TeamsMode;

/// <summary>What the configuration says of the bot's place in Teams, read once and whole.</summary>
/// <remarks>
/// A class and no record, since a record writes its secrets out as text. Problems name settings and never repeat what they are set
/// to: a secret is easily pasted on the wrong line.
/// </remarks>
internal sealed class TeamsSettings
{
    /// <summary>The configuration section of everything but the names that Azure's own guides use.</summary>
    public const string Section = "Teams";

    private const string AppIdName = "MicrosoftAppId";
    private const string AppTypeName = "MicrosoftAppType";
    private const string TenantIdName = "MicrosoftAppTenantId";
    private const string PasswordName = "MicrosoftAppPassword";
    private const string CertificatePathName = Section + ":CertificatePath";
    private const string CertificatePasswordName = Section + ":CertificatePassword";
    private const string CertificateThumbprintName = Section + ":CertificateThumbprint";

    private static readonly string[] RootNames = [AppIdName, AppTypeName, TenantIdName, PasswordName];

    private static readonly string[] SectionNames =
    [
        "Cloud", "AllowedTenants", "TokenIssuer", "OpenIdMetadata", "ConnectorHosts", "CertificatePath", "CertificatePassword",
        "CertificateThumbprint",
    ];

    /// <summary>Gets which tokens are believed.</summary>
    public required ChannelTokenOptions Tokens { get; init; }

    /// <summary>Gets which connector addresses are called.</summary>
    public required ServiceUrlPolicy ServiceUrls { get; init; }

    /// <summary>Gets how the bot proves to the connector who it is.</summary>
    public required ConnectorCredentialOptions Credentials { get; init; }

    /// <summary>Tells whether the configuration speaks of Teams at all. If it does, even wrongly, there is no local mode.</summary>
    public static bool AreIn(IConfiguration configuration) =>
        RootNames.Any(name => IsSet(configuration[name])) || configuration.GetSection(Section).GetChildren().Any();

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="environment">Where the program runs: metadata may come without TLS from this machine, in <c>Development</c> only.</param>
    /// <param name="problems">What is wrong, a sentence or two each; empty when the settings can be used.</param>
    /// <returns>Nothing when there are problems.</returns>
    public static TeamsSettings? Read(IConfiguration configuration, IHostEnvironment environment, out IReadOnlyList<string> problems)
    {
        var reading = new Reading(configuration, environment);
        problems = reading.Problems;
        TeamsSettings settings = reading.Read();
        return problems.Count == 0 ? settings : null;
    }

    private static bool IsSet(string? value) => !string.IsNullOrWhiteSpace(value);

    private sealed class Reading(IConfiguration configuration, IHostEnvironment environment)
    {
        private readonly List<string> _problems = [];

        public IReadOnlyList<string> Problems => _problems;

        public TeamsSettings Read()
        {
            CheckNames();
            string appId = ReadId(AppIdName, "the application (client) id of the bot's app registration");
            string tenantId = ReadId(TenantIdName, "the id of the tenant that the bot's app is registered in");
            TeamsCloud cloud = ReadCloud();
            return new TeamsSettings
            {
                Tokens = new ChannelTokenOptions
                {
                    AppId = appId,
                    TokenIssuer = configuration[Section + ":TokenIssuer"] is { Length: > 0 } issuer ? issuer : cloud.TokenIssuer,
                    OpenIdMetadata = ReadMetadataAddress() ?? cloud.OpenIdMetadata,
                    AllowedTenants = ReadAllowedTenants() is { Count: > 0 } tenants ? tenants : [tenantId],
                },
                ServiceUrls = ServiceUrlPolicy.For(cloud, ReadConnectorHosts(cloud)),
                Credentials = ReadCredentials(appId, tenantId, cloud),
            };
        }

        // A mistyped name would otherwise be as good as none, and nobody would hear of it.
        private void CheckNames()
        {
            foreach (IConfigurationSection setting in configuration.GetSection(Section).GetChildren())
            {
                if (!SectionNames.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
                {
                    _problems.Add($"{setting.Path} is no setting of PledgeBot. Those of the section are {string.Join(", ", SectionNames)}.");
                }
            }
        }

        private string ReadId(string name, string meaning)
        {
            string? value = configuration[name];
            if (!IsSet(value))
            {
                _problems.Add($"{name} is missing. Set it to {meaning}.");
            }
            else if (AsGuid(value) is { } id)
            {
                return id;
            }
            else
            {
                _problems.Add($"{name} is not a GUID. Set it to {meaning}, as the portal shows it.");
            }

            return "";
        }

        private TeamsCloud ReadCloud()
        {
            string? name = configuration[Section + ":Cloud"];
            if (!IsSet(name))
            {
                return TeamsCloud.Public;
            }

            if (TeamsCloud.Find(name!) is { } cloud)
            {
                return cloud;
            }

            _problems.Add($"{Section}:Cloud names no cloud that PledgeBot knows. Use one of {string.Join(", ", TeamsCloud.All)}.");
            return TeamsCloud.Public;
        }

        private Uri? ReadMetadataAddress()
        {
            string? value = configuration[Section + ":OpenIdMetadata"];
            if (!IsSet(value))
            {
                return null;
            }

            if (Uri.TryCreate(value, UriKind.Absolute, out Uri? address)
                && address.UserInfo.Length == 0
                && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && environment.IsDevelopment())))
            {
                return address;
            }

            _problems.Add($"{Section}:OpenIdMetadata is not an https address. Without TLS it may only be on this machine, in Development.");
            return null;
        }

        private List<string> ReadAllowedTenants()
        {
            List<string> tenants = ReadList("AllowedTenants");
            if (tenants.Select(AsGuid).Any(tenant => tenant is null))
            {
                _problems.Add($"{Section}:AllowedTenants holds something that is not a GUID. List the ids of the tenants whose members may use the bot.");
            }

            return [.. tenants.Select(AsGuid).OfType<string>()];
        }

        private List<string> ReadConnectorHosts(TeamsCloud cloud)
        {
            List<string> hosts = ReadList("ConnectorHosts");
            if (hosts.Any(host => Uri.CheckHostName(host) != UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal)))
            {
                _problems.Add($"{Section}:ConnectorHosts holds something that is not a host's whole name, such as smba.trafficmanager.net: "
                    + "no scheme, port, path or asterisk.");
            }

            if (hosts.Count == 0 && cloud.ConnectorHosts.Count == 0)
            {
                _problems.Add($"{Section}:ConnectorHosts is missing. The connector's hosts of the cloud {cloud} are not published, so the bot "
                    + "cannot tell where its token may go. List them.");
            }

            return hosts;
        }

        private ConnectorCredentialOptions ReadCredentials(string appId, string tenantId, TeamsCloud cloud)
        {
            var credentials = new ConnectorCredentialOptions
            {
                AppId = appId,
                TenantId = tenantId,
                Authority = cloud.LoginAuthority,
                Resource = cloud.TokenResource,
                UseManagedIdentity = IsManagedIdentity(),
                ClientSecret = Given(PasswordName),
                CertificateFile = Given(CertificatePathName),
                CertificatePassword = Given(CertificatePasswordName),
                CertificateThumbprint = Given(CertificateThumbprintName),
            };
            CheckProof(credentials);
            return credentials;
        }

        private bool IsManagedIdentity()
        {
            switch (Given(AppTypeName)?.ToUpperInvariant())
            {
                case null or "SINGLETENANT":
                    return false;
                case "USERASSIGNEDMSI":
                    return true;
                case "MULTITENANT":
                    _problems.Add($"{AppTypeName} is MultiTenant, and Azure registers no such bots any more. Use SingleTenant; {Section}:AllowedTenants "
                        + "lets other tenants in.");
                    return false;
                default:
                    _problems.Add($"{AppTypeName} is neither SingleTenant nor UserAssignedMSI.");
                    return false;
            }
        }

        private void CheckProof(ConnectorCredentialOptions credentials)
        {
            string[] proofs = [.. new[] { PasswordName, CertificatePathName, CertificateThumbprintName }.Where(name => Given(name) is not null)];
            if (credentials.UseManagedIdentity && proofs.Length > 0)
            {
                _problems.Add($"{AppTypeName} is UserAssignedMSI, which needs neither password nor certificate. Remove {string.Join(" and ", proofs)}.");
            }
            else if (!credentials.UseManagedIdentity && proofs.Length == 0)
            {
                _problems.Add($"The bot has nothing to prove itself with. Set {CertificatePathName} or {CertificateThumbprintName} for a certificate, or "
                    + $"{PasswordName} for a client secret; or {AppTypeName} to UserAssignedMSI for a managed identity.");
            }
            else if (proofs.Length > 1)
            {
                _problems.Add($"{string.Join(" and ", proofs)} are set. The bot proves itself with one of them; remove the others.");
            }
            else if (_problems.Count == 0)
            {
                _problems.AddRange(credentials.Problems());
            }
        }

        private string? Given(string name) => IsSet(configuration[name]) ? configuration[name] : null;

        private List<string> ReadList(string name)
        {
            IConfigurationSection list = configuration.GetSection($"{Section}:{name}");
            if (IsSet(list.Value))
            {
                _problems.Add($"{list.Path} is a list. Number its entries, also a single one: {Section}__{name}__0, {Section}__{name}__1.");
            }

            return [.. list.GetChildren().Select(entry => entry.Value?.Trim() ?? "").Where(IsSet)];
        }

        private static string? AsGuid(string? value) =>
            Guid.TryParseExact(value?.Trim(), "D", out Guid id) ? id.ToString("D", CultureInfo.InvariantCulture) : null;
    }
}
