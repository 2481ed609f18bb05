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

    /// <summary>An input looks for choices while somebody types.</summary>
    public const string Search = "application/search";

    /// <summary>The app's settings in a team or chat are opened.</summary>
    public const string ConfigFetch = "config/fetch";

    /// <summary>The app's settings in a team or chat are submitted.</summary>
    public const string ConfigSubmit = "config/submit";
}
