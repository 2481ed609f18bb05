using System.Text;

namespace PledgeBot.Recount.Polls;

/// <summary>The two words by which a voter knows the own ballot.</summary>
internal static class Receipt
{
    /// <summary>Writes a receipt in one way, whatever spaces it was typed with. Compare it without regard to case.</summary>
    /// <param name="typed">The receipt.</param>
    public static string Plain(string typed)
    {
        // Half characters and U+FFFE cannot be normalized.
        string letters = string.Concat(typed.EnumerateRunes().Where(letter => letter.Value != 0xFFFE));
        return string.Join(' ', letters.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC);
    }
}
