using System.Globalization;
using System.Text;

namespace PledgeBot.Dialogs.Questions;

/// <summary>Compares what people type with what was meant, without minding capitals, accents, punctuation and double spaces.</summary>
internal static class LooseText
{
    private const int LongestEcho = 60;

    /// <summary>Gets the letters and digits in lower case without accents, words apart by single spaces.</summary>
    public static string Of(string text)
    {
        var loose = new StringBuilder(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                loose.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && loose.Length > 0 && loose[^1] != ' ')
            {
                loose.Append(' ');
            }
        }

        return loose.ToString().TrimEnd();
    }

    /// <summary>Gets as much of a text as an answer may repeat.</summary>
    public static string Echo(string text) => text.Length <= LongestEcho ? text : text[..LongestEcho] + "…";
}
