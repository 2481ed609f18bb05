using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams.Extension;

namespace PledgeBot.LocalTeams;

/// <summary>Holds the bounds that <see cref="LocalTeamsOptions"/> documents; checked when the host starts.</summary>
internal sealed class LocalTeamsOptionsValidator : IValidateOptions<LocalTeamsOptions>
{
    private const int MaxMembers = 200;
    private static readonly string[] TakenKeys = ["team", "channel"];

    public ValidateOptionsResult Validate(string? name, LocalTeamsOptions options)
    {
        var failures = new List<string>();
        CheckPeople(options, Check);
        CheckExtension(options.ExtensionCommands, Check);
        Check(options.BotId.StartsWith("28:", StringComparison.Ordinal), "BotId begins with 28:.");
        Check(IsPatience(options.BotTimeout), "BotTimeout is 50 ms to 5 min.");
        Check(IsPatience(options.DialogTimeout), "DialogTimeout is 50 ms to 5 min.");
        Check(options.InstallEventCopies is >= 1 and <= 4, "InstallEventCopies is 1 to 4.");
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

    private static void CheckPeople(LocalTeamsOptions options, Action<bool, string> check)
    {
        IReadOnlyList<LocalMember>[] places =
            [options.Members, .. options.FurtherTeams.Select(t => t.Members), .. options.GroupChats.Select(c => c.Members)];
        LocalMember[] everybody = [.. places.SelectMany(p => p).Distinct()];
        check(
            places.All(p => p.Count is >= 1 and <= MaxMembers && p.Distinct().Count() == p.Count),
            $"A team or group chat of LocalTeams needs 1 to {MaxMembers} different members.");
        check(
            everybody.DistinctBy(m => m.Id, StringComparer.Ordinal).Count() == everybody.Length,
            "Two members of LocalTeams have the same Id.");
        check(
            everybody.DistinctBy(m => m.AadObjectId, StringComparer.OrdinalIgnoreCase).Count() == everybody.Length,
            "Two members of LocalTeams have the same AadObjectId.");
        check(everybody.All(m => m.Id.StartsWith("29:", StringComparison.Ordinal)), "A member's Id begins with 29:.");

        string[] keys = [.. options.FurtherTeams.Select(t => t.Key), .. options.GroupChats.Select(c => c.Key)];
        check(keys.All(IsKey), "A Key of LocalTeams has only a-z, 0-9 and hyphens, and is not team or channel.");
        check(keys.Distinct(StringComparer.Ordinal).Count() == keys.Length, "Two teams or group chats of LocalTeams have the same Key.");
    }

    private static void CheckExtension(List<ExtensionCommand> commands, Action<bool, string> check)
    {
        check(commands.Count <= 10, "A message extension has at most 10 commands.");
        check(commands.DistinctBy(c => c.Id, StringComparer.Ordinal).Count() == commands.Count, "Two extension commands have the same Id.");
        check(
            commands.All(c => c.Id.Length is >= 1 and <= 64 && c.Title.Length is >= 1 and <= 32),
            "An extension command's Id has 1 to 64 characters, its Title 1 to 32.");
        check(
            commands.All(c => c.Type == ExtensionCommandType.Action || c.Parameters.Count is >= 1 and <= 5),
            "An extension command of type Query has 1 to 5 parameters.");
    }

    private static bool IsKey(string key) =>
        key.Length > 0 && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && !TakenKeys.Contains(key);

    private static bool IsPatience(TimeSpan patience) => patience >= TimeSpan.FromMilliseconds(50) && patience <= TimeSpan.FromMinutes(5);
}
