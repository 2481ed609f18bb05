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

    /// <summary>Something is searched for, to be inserted in a message.</summary>
    public const string ComposeQuery = "composeExtension/query";

    /// <summary>A hit of a search is chosen whose preview asks to be told.</summary>
    public const string ComposeSelectItem = "composeExtension/selectItem";

    /// <summary>The dialog of an action on a message is opened.</summary>
    public const string ComposeFetchTask = "composeExtension/fetchTask";

    /// <summary>The dialog of an action on a message is submitted.</summary>
    public const string ComposeSubmitAction = "composeExtension/submitAction";

    /// <summary>A link is pasted into a message, for the app to show what is behind it.</summary>
    public const string ComposeQueryLink = "composeExtension/queryLink";

    /// <summary>A link is pasted by somebody who has not installed the app. It says nothing about who that is.</summary>
    public const string ComposeAnonymousQueryLink = "composeExtension/anonymousQueryLink";

    /// <summary>The address of the message extension's settings page is asked for.</summary>
    public const string ComposeQuerySettingUrl = "composeExtension/querySettingUrl";

    /// <summary>The message extension's settings page was closed.</summary>
    public const string ComposeSetting = "composeExtension/setting";

    /// <summary>A button was pressed on a card that was inserted in a message.</summary>
    public const string ComposeCardButtonClicked = "composeExtension/onCardButtonClicked";

    /// <summary>An input looks for choices while somebody types.</summary>
    public const string Search = "application/search";

    /// <summary>The app's settings in a team or chat are opened.</summary>
    public const string ConfigFetch = "config/fetch";

    /// <summary>The app's settings in a team or chat are submitted.</summary>
    public const string ConfigSubmit = "config/submit";
}
