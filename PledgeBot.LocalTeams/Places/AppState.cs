namespace PledgeBot.LocalTeams.Places;

/// <summary>Whether the app is in a place.</summary>
internal enum AppState
{
    /// <summary>It never was. A personal chat can then still be opened by the bot, when the member is in a team that has the app.</summary>
    Absent,

    /// <summary>It is: the bot hears and may write.</summary>
    Present,

    /// <summary>Somebody took it away.</summary>
    Removed,
}
