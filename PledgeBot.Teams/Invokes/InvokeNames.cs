namespace PledgeBot.Teams.Invokes;

/// <summary>The names of the requests that the bot answers.</summary>
public static class InvokeNames
{
    /// <summary>A press of <c>Action.Execute</c>, or a card's own refresh.</summary>
    public const string AdaptiveCardAction = "adaptiveCard/action";

    /// <summary>A dialog is opened.</summary>
    public const string TaskFetch = "task/fetch";

    /// <summary>A dialog is submitted.</summary>
    public const string TaskSubmit = "task/submit";
}
