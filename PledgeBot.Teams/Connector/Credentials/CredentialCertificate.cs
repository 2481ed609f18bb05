using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PledgeBot.Teams.Connector.Credentials;

/// <summary>Finds the app's certificate.</summary>
internal static class CredentialCertificate
{
    private static readonly StoreLocation[] Stores = [StoreLocation.CurrentUser, StoreLocation.LocalMachine];

    /// <summary>Loads the certificate with its private key.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it cannot be used; the message says why, and nothing secret.</exception>
    public static X509Certificate2 Load(ConnectorCredentialOptions options)
    {
        X509Certificate2 certificate = options.CertificateFile is { Length: > 0 } file
            ? FromFile(file, options.CertificatePassword)
            : FromStore(options.CertificateThumbprint!);
        if (certificate.HasPrivateKey)
        {
            return certificate;
        }

        certificate.Dispose();
        throw new InvalidOperationException("The app's certificate has no private key, so it proves nothing. Use a file or store entry that has it.");
    }

    private static X509Certificate2 FromFile(string file, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, password, X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                "The app's certificate could not be read from its file. Check that it is a PKCS #12 file, its password, and who may read it.",
                exception);
        }
    }

    private static X509Certificate2 FromStore(string thumbprint)
    {
        foreach (StoreLocation location in Stores)
        {
            using var store = new X509Store(StoreName.My, location);
            try
            {
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            }
            catch (CryptographicException)
            {
                // There is no such store here.
                continue;
            }

            // One that has expired is found too: the identity platform's refusal says so better than "not found".
            if (store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false) is [var certificate, ..])
            {
                return certificate;
            }
        }

        throw new InvalidOperationException("The app's certificate is not in the store My, neither of the account that runs the program nor of the machine.");
    }
}
