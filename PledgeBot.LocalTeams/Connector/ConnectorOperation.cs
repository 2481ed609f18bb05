namespace PledgeBot.LocalTeams.Connector;

/// <summary>What a bot asks of the connector.</summary>
public enum ConnectorOperation
{
    /// <summary>None of the others: answered with 405.</summary>
    Unknown,

    /// <summary>A message to a conversation.</summary>
    Send,

    /// <summary>A message as an answer to another.</summary>
    Reply,

    /// <summary>The replacement of one of the bot's messages.</summary>
    Update,

    /// <summary>The removal of one of the bot's messages.</summary>
    Delete,

    /// <summary>A personal chat or a new thread in a channel.</summary>
    CreateConversation,

    /// <summary>Who is in a conversation: all, a page of them, or one.</summary>
    Members,

    /// <summary>A team's details or its channels.</summary>
    Team,

    /// <summary>A member's picture or what is known of it.</summary>
    Attachment,

    /// <summary>A reaction of the bot's, given or taken back.</summary>
    Reaction,
}
