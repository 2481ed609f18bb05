namespace PledgeBot.Dialogs.DecisionRecords;

/// <summary>Where members reach the bot's own pages.</summary>
public interface IPublicAddress
{
    /// <summary>Finds the address that the pages lie below, with a slash at its end; nothing when nobody has said it.</summary>
    Uri? Find();
}
