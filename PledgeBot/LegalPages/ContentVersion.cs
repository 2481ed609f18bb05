using System.Security.Cryptography;

namespace PledgeBot.LegalPages;

/// <summary>Tells one version of a content from another.</summary>
internal static class ContentVersion
{
    private const int Bytes = 6;

    /// <summary>Gets a short name of the content, another one for other bytes.</summary>
    public static string Of(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, Bytes));
}
