namespace PledgeBot.Tests.Hosting;

/// <summary>Where a person speaks to the bot.</summary>
internal enum Scope
{
    /// <summary>In the chat of the two.</summary>
    Personal,

    /// <summary>In the team's channel, with a mention.</summary>
    Channel,

    /// <summary>In a chat of several, with a mention.</summary>
    GroupChat,
}
