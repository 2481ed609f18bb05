namespace PledgeBot.LocalTeams.Chat;

/// <summary>A reaction that a member gives to a message, or takes back.</summary>
/// <param name="Type">One of <see cref="Types"/>.</param>
/// <param name="IsRemoved">Whether it is taken back.</param>
internal sealed record MemberReaction(string Type, bool IsRemoved = false)
{
    /// <summary>The reactions that Teams has.</summary>
    public static IReadOnlyList<string> Types { get; } = ["like", "heart", "laugh", "surprised", "sad", "angry"];
}
