using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>Addresses what the bot sends.</summary>
internal static class Outgoing
{
    /// <summary>Gets the activity with its sender and conversation filled in.</summary>
    public static Activity To(ConversationReference conversation, Activity activity)
    {
        activity.From = new ChannelAccount { Id = conversation.BotId };
        activity.Conversation = new ConversationAccount { Id = conversation.ConversationId };
        return activity;
    }

    /// <summary>Gets the activity with its sender and conversation filled in, and with the buttons that tell whose they are.</summary>
    public static Activity To(ConversationReference conversation, Activity activity, PartnershipId partnership) =>
        To(conversation, partnership == Lobby.Id ? activity : PartnershipStamp.On(activity, partnership));
}
