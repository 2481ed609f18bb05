namespace PledgeBot.Preflight;

/// <summary>Looks at one thing that the bot needs, and changes nothing.</summary>
internal interface IPreflightCheck
{
    /// <summary>Looks.</summary>
    Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken);
}
