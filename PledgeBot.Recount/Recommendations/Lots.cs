using System.Security.Cryptography;
using System.Text;

namespace PledgeBot.Recount.Recommendations;

/// <summary>Lots that anybody can draw again: each option has a number that follows from the seed, and the lowest win.</summary>
internal static class Lots
{
    /// <summary>Draws.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="among">The options.</param>
    /// <param name="places">How many of them win.</param>
    public static IReadOnlyList<string> Draw(byte[] seed, IReadOnlyList<string> among, int places) =>
        [.. among.OrderBy(option => Number(seed, option), StringComparer.Ordinal).Take(places)];

    /// <summary>An option's number: SHA-256 of the seed followed by its reference, as lower-case hex.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="option">The option's reference.</param>
    public static string Number(byte[] seed, string option) =>
        Convert.ToHexStringLower(SHA256.HashData([.. seed, .. Encoding.UTF8.GetBytes(option)]));
}
