using PledgeBot.Teams.Connector;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>The channel does not let the bot write in a conversation, and will not until somebody there changes that.</summary>
internal sealed class ConversationClosedException(string conversationId, ConnectorException refusal)
    : Exception("The conversation is closed to the bot.", refusal)
{
    /// <summary>Gets the conversation, or a thread in it.</summary>
    public string ConversationId => conversationId;

    /// <summary>Gets what the channel answered.</summary>
    public ConnectorException Refusal => refusal;
}
