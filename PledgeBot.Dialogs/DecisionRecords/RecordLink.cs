using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.DecisionRecords;

/// <summary>
/// A member's own link to a record of decision, as it is remembered. The link itself is told once; only its secret's hash is kept.
/// A member has one to each record at a time.
/// </summary>
/// <param name="Member">Whose it is.</param>
/// <param name="Hash">SHA-256 of the secret, in hexadecimal digits.</param>
/// <param name="ExpiresAt">When it no longer opens anything.</param>
internal sealed record RecordLink(string Member, string Hash, DateTimeOffset ExpiresAt)
{
    /// <summary>How long a link opens its record.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>How many characters a link's token has: what tells whose it is, and 256 bits at random.</summary>
    public const int TokenLength = 64;

    private const string Kind = "record-link";
    private const int SelectorBytes = 16;
    private const int SecretBytes = 32;

    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];

    /// <summary>Makes a member's link to a record, in place of the one they had.</summary>
    /// <returns>The token, which nobody can get again.</returns>
    public static string Make(ITurn turn, RecordNumber number, MemberId member, DateTimeOffset now)
    {
        byte[] selector = SelectorOf(turn.Partnership.Id, number, member);
        byte[] secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var link = new RecordLink(member.ToString(), Convert.ToHexStringLower(SHA256.HashData(secret)), now + Lifetime);
        turn.Remember(KeyOf(number, selector), JsonSerializer.Serialize(link, DecisionRecordJson.Default.RecordLink));
        return Base64Url.EncodeToString([.. selector, .. secret]);
    }

    /// <summary>Finds whose link a token is.</summary>
    /// <returns>The member; nothing when it never was one, another took its place, or its time is over.</returns>
    public static async Task<MemberId?> FindMemberAsync(
        ITurn turn, RecordNumber number, string token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[SelectorBytes + SecretBytes];
        if (token.Length != TokenLength || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out int written) || written != bytes.Length)
        {
            return null;
        }

        string? remembered = await turn.RecallAsync(KeyOf(number, bytes[..SelectorBytes]), cancellationToken);
        RecordLink? link = remembered is null ? null : JsonSerializer.Deserialize(remembered, DecisionRecordJson.Default.RecordLink);
        byte[] kept = link is null ? NoHash : Convert.FromHexString(link.Hash);
        bool opens = CryptographicOperations.FixedTimeEquals(SHA256.HashData(bytes.AsSpan(SelectorBytes)), kept);
        return opens && now < link!.ExpiresAt ? new MemberId(Guid.Parse(link.Member)) : null;
    }

    // Whose link it is can be found without a list of all, and is not told by the link.
    private static byte[] SelectorOf(PartnershipId partnership, RecordNumber number, MemberId member) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{partnership}/{number}/{member}")))[..SelectorBytes];

    private static MemoryKey KeyOf(RecordNumber number, byte[] selector) =>
        new(Kind, string.Create(CultureInfo.InvariantCulture, $"{number}/{Convert.ToHexStringLower(selector)}"));
}
