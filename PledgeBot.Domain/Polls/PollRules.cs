namespace PledgeBot.Domain.Polls;

/// <summary>The rules of a poll, fixed when it opens and shown on its card.</summary>
/// <param name="Picks">How many proposals are to be chosen; from 1 to 2.</param>
/// <param name="Exactly">Whether a member must pick exactly that many; otherwise from one up to that many.</param>
public sealed record PollRules(int Picks, bool Exactly)
{
    /// <summary>How many proposals the promise chooses from each walk.</summary>
    public const int ChosenPerWalk = 2;
}
