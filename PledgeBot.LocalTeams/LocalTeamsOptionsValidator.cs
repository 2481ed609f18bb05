using Microsoft.Extensions.Options;

namespace PledgeBot.LocalTeams;

/// <summary>Holds the bounds that <see cref="LocalTeamsOptions"/> documents; checked when the host starts.</summary>
internal sealed class LocalTeamsOptionsValidator : IValidateOptions<LocalTeamsOptions>
{
    private const int MaxMembers = 200;

    public ValidateOptionsResult Validate(string? name, LocalTeamsOptions options)
    {
        var failures = new List<string>();
        Check(options.Members.Count is >= 1 and <= MaxMembers, $"LocalTeams needs 1 to {MaxMembers} members.");
        Check(options.Members.DistinctBy(m => m.Id, StringComparer.Ordinal).Count() == options.Members.Count, "Two members of LocalTeams have the same Id.");
        Check(
            options.Members.DistinctBy(m => m.AadObjectId, StringComparer.OrdinalIgnoreCase).Count() == options.Members.Count,
            "Two members of LocalTeams have the same AadObjectId.");
        Check(options.Members.All(m => m.Id.StartsWith("29:", StringComparison.Ordinal)), "A member's Id begins with 29:.");
        Check(options.BotId.StartsWith("28:", StringComparison.Ordinal), "BotId begins with 28:.");
        Check(options.BotTimeout >= TimeSpan.FromMilliseconds(50) && options.BotTimeout <= TimeSpan.FromMinutes(5), "BotTimeout is 50 ms to 5 min.");
        Check(options.MaxActivities >= 10, "MaxActivities is at least 10.");
        Check(options.MaxAttachmentBytes >= 1024 * 1024, "MaxAttachmentBytes is at least 1 MB.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Check(bool holds, string failure)
        {
            if (!holds)
            {
                failures.Add(failure);
            }
        }
    }
}
