using PledgeBot.LocalTeams.Extension;

namespace PledgeBot.LocalTeams;

/// <summary>Who and what the stand-in shows, how it reaches the bot, and how much of Teams' strictness it keeps.</summary>
public sealed class LocalTeamsOptions
{
    /// <summary>The first team's name. Default "Medborgarlöftet".</summary>
    public string TeamName { get; set; } = "Medborgarlöftet";

    /// <summary>The name of the first team's channel where the partnership works; the other is General. Default "Trygghet".</summary>
    public string ChannelName { get; set; } = "Trygghet";

    /// <summary>The first team's members, in the order the page lists them: 1 to 200.</summary>
    public List<LocalMember> Members { get; } = [];

    /// <summary>Whether the first team and its members have the app from the start. Default <c>true</c>.</summary>
    public bool HasApp { get; set; } = true;

    /// <summary>Teams beside the first. Default none.</summary>
    public List<LocalTeam> FurtherTeams { get; } = [];

    /// <summary>Chats of several members. Default none.</summary>
    public List<LocalGroupChat> GroupChats { get; } = [];

    /// <summary>The app's message extension, as its manifest lists it. Default none.</summary>
    public List<ExtensionCommand> ExtensionCommands { get; } = [];

    /// <summary>Whether the manifest lets members send files in the personal chat (<c>supportsFiles</c>). Default <c>true</c>.</summary>
    public bool SupportsFiles { get; set; } = true;

    /// <summary>The bot's Teams id. Default <c>28:pledgebot-local</c>.</summary>
    public string BotId { get; set; } = "28:pledgebot-local";

    /// <summary>The bot's name in mentions and beside its messages. Default "PledgeBot".</summary>
    public string BotName { get; set; } = "PledgeBot";

    /// <summary>The tenant every activity names; a GUID.</summary>
    public string TenantId { get; set; } = "5a1b6c2d-0f3e-4a7b-9c8d-112233445566";

    /// <summary>
    /// The folder in which conversations and pictures outlive the process. <c>null</c> (the default) keeps them in memory only.
    /// </summary>
    public string? DataDirectory { get; set; }

    /// <summary>
    /// Gives the bot's base address; asked at each call, because the port is known only when the server listens.
    /// <c>null</c> (the default) means that the bot lives in the same server as the stand-in.
    /// </summary>
    public Func<Uri>? BotAddress { get; set; }

    /// <summary>
    /// How long the stand-in waits for the bot's answer before it sends the same activity again, on its <see cref="TimeProvider"/>.
    /// Default 15 s, as Teams does; between 50 ms and 5 min.
    /// </summary>
    public TimeSpan BotTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The same for a submitted dialog and for the message extension, where Teams has less patience. Default 5 s; between 50 ms and 5 min.
    /// </summary>
    public TimeSpan DialogTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How many times each <c>conversationUpdate</c> of an installation comes, 1 (the default) to 4: Teams has been seen to repeat them,
    /// each time under an id of its own.
    /// </summary>
    public int InstallEventCopies { get; set; } = 1;

    /// <summary>Whether calls beyond Teams' documented rates are answered with 429. Default <c>true</c>.</summary>
    public bool LimitsRates { get; set; } = true;

    /// <summary>
    /// Tells whether a connector call's bearer token (<c>null</c> when it has none) is good; others are answered with 401. <c>null</c> (the
    /// default) asks for no token.
    /// </summary>
    public Func<string?, bool>? AcceptsToken { get; set; }

    /// <summary>
    /// What stands between a mention and the words after it. Default a space; <c>&amp;nbsp;</c> has been seen from Teams' clients.
    /// </summary>
    public string AfterMention { get; set; } = " ";

    /// <summary>What the client adds after a message's words, such as a line break. Default nothing.</summary>
    public string AfterText { get; set; } = "";

    /// <summary>Lines that the page shows about what it is; for example that the data are made up.</summary>
    public List<string> Banner { get; } = [];

    /// <summary>How many activities a conversation keeps before the oldest thread goes. Default 2,000; at least 10.</summary>
    public int MaxActivities { get; set; } = 2_000;

    /// <summary>How many bytes of pictures and files are kept before the oldest goes. Default 50 MB; at least 1 MB.</summary>
    public long MaxAttachmentBytes { get; set; } = 50 * 1024 * 1024;
}
