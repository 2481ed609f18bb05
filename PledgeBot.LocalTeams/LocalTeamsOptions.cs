namespace PledgeBot.LocalTeams;

/// <summary>The one team that the stand-in shows, and how it reaches the bot.</summary>
public sealed class LocalTeamsOptions
{
    /// <summary>The team's name. Default "Medborgarlöftet".</summary>
    public string TeamName { get; set; } = "Medborgarlöftet";

    /// <summary>The name of the channel where the partnership works. Default "Trygghet".</summary>
    public string ChannelName { get; set; } = "Trygghet";

    /// <summary>The bot's Teams id. Default <c>28:pledgebot-local</c>.</summary>
    public string BotId { get; set; } = "28:pledgebot-local";

    /// <summary>The bot's name in mentions and beside its messages. Default "PledgeBot".</summary>
    public string BotName { get; set; } = "PledgeBot";

    /// <summary>The tenant every activity names; a GUID.</summary>
    public string TenantId { get; set; } = "5a1b6c2d-0f3e-4a7b-9c8d-112233445566";

    /// <summary>The team's members, in the order the page lists them: 1 to 200, with distinct ids.</summary>
    public List<LocalMember> Members { get; } = [];

    /// <summary>
    /// The folder in which conversations and pictures outlive the process. <c>null</c> (the default) keeps them in memory only.
    /// </summary>
    public string? DataDirectory { get; set; }

    /// <summary>
    /// Gives the bot's base address; asked at each call, because the port is known only when the server listens.
    /// <c>null</c> (the default) means that the bot lives in the same server as the stand-in.
    /// </summary>
    public Func<Uri>? BotAddress { get; set; }

    /// <summary>How long the stand-in waits for the bot's answer. Default 15 s, as Teams does; between 50 ms and 5 min.</summary>
    public TimeSpan BotTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Lines that the page shows about what it is; for example that the data are made up.</summary>
    public List<string> Banner { get; } = [];

    /// <summary>How many activities a conversation keeps before the oldest thread goes. Default 2,000; at least 10.</summary>
    public int MaxActivities { get; set; } = 2_000;

    /// <summary>How many bytes of pictures are kept before the oldest goes. Default 50 MB; at least 1 MB.</summary>
    public long MaxAttachmentBytes { get; set; } = 50 * 1024 * 1024;
}
