using System.Globalization;

namespace PledgeBot.Teams.Connector.Credentials;

/// <summary>Who the bot is to the identity platform, and how it proves it: by exactly one of a secret, a certificate and a managed identity.</summary>
/// <remarks>A class and no record, since a record writes its secrets out as text. What is wrong with it, <see cref="Problems"/> says.</remarks>
public sealed class ConnectorCredentialOptions
{
    /// <summary>Gets the bot's app id, a GUID; for a managed identity its client id. There is no default.</summary>
    public string AppId { get; init; } = "";

    /// <summary>
    /// Gets the tenant that the app is registered in: its GUID, or one of its domain names. There is no default; a managed identity
    /// needs none.
    /// </summary>
    public string TenantId { get; init; } = "";

    /// <summary>Gets where tokens are asked for, without the tenant. Default <c>https://login.microsoftonline.com</c>; other clouds have their own.</summary>
    public string Authority { get; init; } = "https://login.microsoftonline.com";

    /// <summary>Gets what the token is for. Default <c>https://api.botframework.com</c>; other clouds have their own.</summary>
    public string Resource { get; init; } = "https://api.botframework.com";

    /// <summary>Gets the app's secret; null when it has none.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Gets the path of a PKCS #12 file (<c>.pfx</c>) with the app's certificate and its private key; null when it has none.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>Gets the certificate file's password; null when it has none.</summary>
    public string? CertificatePassword { get; init; }

    /// <summary>
    /// Gets the SHA-1 thumbprint of the app's certificate, 40 hexadecimal digits, in the store <c>My</c> of the account that runs the
    /// program or of the machine; null when it has none.
    /// </summary>
    public string? CertificateThumbprint { get; init; }

    /// <summary>Gets whether the certificate's chain is sent along, for an app that trusts a subject name and issuer. Default false.</summary>
    public bool SendX5C { get; init; }

    /// <summary>Gets whether the bot is a user-assigned managed identity. Default false.</summary>
    public bool UseManagedIdentity { get; init; }

    /// <summary>What is wrong, one sentence each, without anything secret; empty when it can be used.</summary>
    /// <remarks>Looks at the values only: whether the identity platform accepts them shows at the first token.</remarks>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        bool hasCertificate = IsSet(CertificateFile) || IsSet(CertificateThumbprint);
        int proofs = (IsSet(ClientSecret) ? 1 : 0) + (hasCertificate ? 1 : 0) + (UseManagedIdentity ? 1 : 0);
        Check(Guid.TryParse(AppId, CultureInfo.InvariantCulture, out _), "The app id is a GUID, as in the app registration.");
        Check(UseManagedIdentity || IsTenant(TenantId), "The tenant id is the GUID of the tenant that the app is registered in, or one of its domain names.");
        Check(IsOrigin(Authority), "The authority is an https address without a path, such as https://login.microsoftonline.com.");
        Check(IsOrigin(Resource), "The resource is an https address without a path, such as https://api.botframework.com.");
        Check(proofs == 1, "Exactly one of client secret, certificate and managed identity is needed.");
        Check(!(IsSet(CertificateFile) && IsSet(CertificateThumbprint)), "The certificate comes from a file or from the store, not from both.");
        Check(!IsSet(CertificateFile) || File.Exists(CertificateFile), "The certificate's file does not exist, or may not be read.");
        Check(
            !IsSet(CertificateThumbprint) || (CertificateThumbprint.Length == 40 && CertificateThumbprint.All(char.IsAsciiHexDigit)),
            "The certificate's thumbprint is 40 hexadecimal digits without spaces.");
        Check(!IsSet(CertificatePassword) || IsSet(CertificateFile), "The certificate's password belongs to a certificate's file, and there is none.");
        Check(!SendX5C || hasCertificate, "A certificate's chain can be sent only with a certificate.");
        return problems;

        void Check(bool holds, string problem)
        {
            if (!holds)
            {
                problems.Add(problem);
            }
        }
    }

    private static bool IsSet([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? value) => !string.IsNullOrWhiteSpace(value);

    // "common" and the like name no tenant, and an app cannot sign in to them.
    private static bool IsTenant(string tenant) =>
        Guid.TryParse(tenant, CultureInfo.InvariantCulture, out _)
        || (tenant.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(tenant) == UriHostNameType.Dns);

    private static bool IsOrigin(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
        && uri.Scheme == Uri.UriSchemeHttps
        && uri.AbsolutePath == "/"
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0
        && uri.UserInfo.Length == 0;
}
