using PledgeBot.Domain.Members;

namespace PledgeBot.Domain.Polls;

/// <summary>The rules of a poll, fixed before it opens and shown on its card (domain reference 9.1).</summary>
/// <param name="Picks">How many proposals are to be chosen; from 1 to 2.</param>
/// <param name="Exactly">Whether a member must pick exactly that many; otherwise from one up to that many.</param>
/// <param name="MayAbstain">Whether a member may answer that they abstain (avstår).</param>
/// <param name="IsSecret">
/// Whether the poll is secret (sluten): who has answered is kept apart from what, and the record has no voter beside a ballot.
/// </param>
/// <param name="Share">How many of the roll must answer.</param>
/// <param name="BothParties">Whether at least one of each party must answer.</param>
/// <param name="ExtensionDays">How many working days a poll that is not quorate at its closing is extended, once; from 0, not at all, to 10. A run-off is not.</param>
/// <param name="RunOffDays">How many working days a run-off is open; from 1 to 10.</param>
/// <param name="LastResort">What settles a tie that the run-off leaves, beside the agreement of the two who confirm.</param>
/// <param name="Chair">The member with the casting vote; with <see cref="LastResort.CastingVote"/>, and only then.</param>
/// <param name="NamesInRecord">Whether the record of decision names the members beside their roles.</param>
public sealed record PollRules(
    int Picks,
    bool Exactly,
    bool MayAbstain = true,
    bool IsSecret = false,
    QuorumShare Share = QuorumShare.MoreThanHalf,
    bool BothParties = true,
    int ExtensionDays = 0,
    int RunOffDays = PollRules.UsualRunOffDays,
    LastResort LastResort = LastResort.Agreement,
    MemberId? Chair = null,
    bool NamesInRecord = false)
{
    /// <summary>How many proposals the promise chooses from each walk.</summary>
    public const int ChosenPerWalk = 2;

    /// <summary>How many working days a run-off is open when nobody has chosen otherwise.</summary>
    public const int UsualRunOffDays = 2;

    /// <summary>How many working days a poll is extended when nobody has chosen otherwise.</summary>
    public const int UsualExtensionDays = 3;

    /// <summary>The most working days of an extension, and of a run-off.</summary>
    public const int MostDays = 10;

    /// <summary>Gets the rules of a group that has not chosen any (domain reference 9.1).</summary>
    public static PollRules Usual { get; } = new(ChosenPerWalk, Exactly: false, ExtensionDays: UsualExtensionDays);

    /// <summary>Tells whether so many answers of so many on the roll are enough. That both parties have answered is another matter.</summary>
    public bool IsEnough(int answered, int entitled) => Share switch
    {
        QuorumShare.MoreThanHalf => answered * 2 > entitled,
        QuorumShare.TwoThirds => answered * 3 >= entitled * 2 && answered > 0,
        _ => answered == entitled && answered > 0,
    };

    /// <summary>Gets the fewest answers that are enough with so many on the roll.</summary>
    public int FewestAnswers(int entitled) => Enumerable.Range(0, entitled + 1).FirstOrDefault(answered => IsEnough(answered, entitled), entitled);
}
