using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Polls;

/// <summary>Lots that anybody can draw again: the seed decides, and nothing else.</summary>
public static class Lots
{
    /// <summary>How many hexadecimal digits a seed has.</summary>
    public const int SeedLength = 64;

    /// <summary>
    /// Draws. Each option's number is SHA-256 of the seed's bytes followed by the option's reference in UTF-8; those with the lowest
    /// numbers get the places.
    /// </summary>
    /// <param name="seed">The seed, <see cref="SeedLength"/> hexadecimal digits.</param>
    /// <param name="options">The options.</param>
    /// <param name="places">How many are drawn.</param>
    /// <returns>Those drawn, in order of reference.</returns>
    /// <exception cref="ArgumentException">The seed is too short or too long: then it was not drawn as it should be.</exception>
    /// <exception cref="FormatException">The seed has something else than hexadecimal digits.</exception>
    public static ImmutableArray<ProposalReference> Draw(string seed, ImmutableArray<ProposalReference> options, int places)
    {
        if (seed.Length != SeedLength)
        {
            throw new ArgumentException($"A seed has {SeedLength} hexadecimal digits.", nameof(seed));
        }

        byte[] bytes = Convert.FromHexString(seed);
        return
        [
            .. options
                .OrderBy(option => Convert.ToHexStringLower(SHA256.HashData([.. bytes, .. Encoding.UTF8.GetBytes(option.ToString())])), StringComparer.Ordinal)
                .Take(places)
                .Order(),
        ];
    }
}
