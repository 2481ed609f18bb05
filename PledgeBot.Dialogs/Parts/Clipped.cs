namespace PledgeBot.Dialogs.Parts;

/// <summary>Cuts members' texts where a card has room for a line only.</summary>
internal static class Clipped
{
    /// <summary>Gets as much of a text as there is room for, to the end of a word, with an ellipsis where something was cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most characters, the ellipsis included; at least 2.</param>
    public static string To(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        int end = text.LastIndexOf(' ', longest - 1);
        if (end < longest / 2)
        {
            // No space in the second half: cut inside the word, but never between the two halves of a character.
            end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        }

        return text[..end].TrimEnd(' ', ',', '.', ';', ':') + "…";
    }
}
