using System.Text.RegularExpressions;

namespace PledgeBot.Teams.Activities;

/// <summary>Reads what a member wrote.</summary>
public static partial class ActivityText
{
    /// <summary>The text without the mention of the bot, trimmed, with hard spaces as ordinary ones.</summary>
    /// <remarks>
    /// A mention is the bot's when the mentioned id is the recipient's; its text is removed literally, in any case, wherever it
    /// stands. A mention whose text is not there, because the writer edited the name, is found by its place among the mentions.
    /// Mentions of other people stay. Empty when there is no text.
    /// </remarks>
    public static string TextWithoutBotMention(this Activity activity)
    {
        string text = SoftSpaces(activity.Text ?? "");
        string? bot = activity.Recipient?.Id;
        if (bot is not null)
        {
            Entity[] mentions = [.. (activity.Entities ?? []).Where(entity => entity.Type == EntityTypes.Mention)];
            Match[] marks = Mark().Matches(text).ToArray();
            foreach ((int place, Entity mention) in mentions.Index().Where(entry => entry.Item.Mentioned?.Id == bot))
            {
                string written = SoftSpaces(mention.Text ?? $"<at>{mention.Mentioned!.Name}</at>");
                if (written.Length > 0 && marks.Length == mentions.Length && !text.Contains(written, StringComparison.OrdinalIgnoreCase))
                {
                    written = marks[place].Value;
                }

                text = Without(text, written);
            }
        }

        return text.Trim();
    }

    /// <summary>The text with mentions as the bare names they show.</summary>
    public static string WithBareMentions(string text) => Mark().Replace(text, mark => mark.Groups["name"].Value);

    private static string SoftSpaces(string text) =>
        text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase).Replace('\u00a0', ' ');

    private static string Without(string text, string mention)
    {
        int from = 0;
        while (mention.Length > 0 && text.IndexOf(mention, from, StringComparison.OrdinalIgnoreCase) is var start and >= 0)
        {
            // A mention in the middle of a sentence has a space on both sides; one of them goes with it.
            int end = start + mention.Length;
            bool spaceOnBothSides = start > 0 && text[start - 1] == ' ' && end < text.Length && text[end] == ' ';
            text = text.Remove(start, end - start + (spaceOnBothSides ? 1 : 0));
            from = start;
        }

        return text;
    }

    [GeneratedRegex("<at(?: [^<>]*)?>(?<name>[^<>]*)</at>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();
}
