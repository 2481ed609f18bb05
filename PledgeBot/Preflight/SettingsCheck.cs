using PledgeBot.TeamsMode;

namespace PledgeBot.Preflight;

/// <summary>Says what is wrong with the settings, or whom they make the bot be for.</summary>
/// <param name="settings">The settings; nothing when something is wrong with them.</param>
/// <param name="problems">What is wrong.</param>
internal sealed class SettingsCheck(TeamsSettings? settings, IReadOnlyList<string> problems) : IPreflightCheck
{
    private const string Subject = "settings";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>(
        settings is null
            ? [.. problems.Select(problem => Finding.Fail(Subject, problem)), Finding.Skip("Teams", "The rest is looked at when the settings are right.")]
            : [Finding.Ok(Subject, $"The bot is {settings.Tokens.AppId}, for {Whom(settings.Tokens.AllowedTenants.Count)}.")]);

    private static string Whom(int tenants) => tenants == 1 ? "members of one tenant" : $"members of {tenants} tenants";
}
