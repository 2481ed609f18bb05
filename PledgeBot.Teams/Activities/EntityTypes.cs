namespace PledgeBot.Teams.Activities;

/// <summary>The entity types that the bot reads or writes.</summary>
public static class EntityTypes
{
    /// <summary>Somebody is mentioned in the text.</summary>
    public const string Mention = "mention";

    /// <summary>The sender's client: locale, country, platform and time zone.</summary>
    public const string ClientInfo = "clientInfo";
}
