using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Proposals;

/// <summary>Registers a proposal. Any member. It gets the walk's next reference.</summary>
/// <param name="Walk">The walk, carried out or planned, whose candidates have not been put to a vote.</param>
/// <param name="Place">Where; not blank, at most 100 characters.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Problem">What the problem is; not blank, at most 300 characters.</param>
/// <param name="Suggestion">What is proposed; not blank, at most 300 characters.</param>
/// <param name="Photo">A photo of the place, if there is one.</param>
public sealed record RegisterProposal(
    WalkNumber Walk,
    string Place,
    Category Category,
    string Problem,
    string Suggestion,
    PhotoId? Photo) : Command
{
    /// <summary>The most proposals a walk can hold, so that a reference keeps two digits.</summary>
    public const int MostPerWalk = 99;

    /// <summary>The longest place, in characters.</summary>
    public const int LongestPlace = 100;

    /// <summary>The longest problem, in characters (domain reference 2.4).</summary>
    public const int LongestProblem = 300;

    /// <summary>The longest suggestion, in characters.</summary>
    public const int LongestSuggestion = 300;
}
