namespace PledgeBot.Teams.Activities;

/// <summary>Reads what a member wrote.</summary>
public static class ActivityText
{
    /// <summary>The text without the mention of the bot, trimmed, with hard spaces as ordinary ones.</summary>
    /// <remarks>
    /// A mention is the bot's when the mentioned id is the recipient's; its text is removed literally, in any case, wherever it
    /// stands. Mentions of other people stay. Empty when there is no text.
    /// </remarks>
    public static string TextWithoutBotMention(this Activity activity)
    {
        string text = SoftSpaces(activity.Text ?? "");
        string? bot = activity.Recipient?.Id;
        if (bot is not null)
        {
            foreach (Entity entity in activity.Entities ?? [])
            {
                if (entity.Type == EntityTypes.Mention && entity.Mentioned?.Id == bot)
                {
                    text = Without(text, SoftSpaces(entity.Text ?? $"<at>{entity.Mentioned.Name}</at>"));
                }
            }
        }

        return text.Trim();
    }

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
}
