using System.Security.Cryptography;
using System.Text;

namespace PledgeBot.Dialogs.Turns;

/// <summary>Makes short names of what comes from outside: of any text the same 64 characters each time, which do not tell the text.</summary>
internal static class Digest
{
    /// <summary>Gets the digest of the parts together; (a, bc) and (ab, c) differ.</summary>
    public static string Of(params ReadOnlySpan<string?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
