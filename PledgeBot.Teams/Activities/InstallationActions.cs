namespace PledgeBot.Teams.Activities;

/// <summary>What an installation update tells (protocol 4.7).</summary>
public static class InstallationActions
{
    /// <summary>The app was installed.</summary>
    public const string Add = "add";

    /// <summary>The app was removed.</summary>
    public const string Remove = "remove";

    /// <summary>A new version of the installed app has the bot, which the version before had not.</summary>
    public const string AddUpgrade = "add-upgrade";

    /// <summary>A new version of the installed app no longer has the bot.</summary>
    public const string RemoveUpgrade = "remove-upgrade";
}
