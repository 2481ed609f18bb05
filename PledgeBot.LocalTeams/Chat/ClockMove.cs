namespace PledgeBot.LocalTeams.Chat;

/// <summary>How far the page moves the demo clock: by hours, or to a named moment.</summary>
internal sealed record ClockMove
{
    /// <summary>The only moment with a name: the next Monday at 08.30 in Stockholm.</summary>
    public const string NextMonday = "next-monday";

    /// <summary>1 to 8,784 (a leap year).</summary>
    public int? Hours { get; init; }

    public string? To { get; init; }
}
