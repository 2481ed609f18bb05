using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.Turns;

/// <summary>Which partnership an activity is about, and as what its sender speaks.</summary>
internal abstract record Placement
{
    private Placement()
    {
    }

    /// <summary>A member of the partnership speaks.</summary>
    /// <param name="Place">Where the partnership meets.</param>
    /// <param name="Speaker">The member.</param>
    /// <param name="Contacts">The names and accounts of the partnership's members.</param>
    internal sealed record Known(MeetingPlace Place, MemberId Speaker, IReadOnlyList<Contact> Contacts) : Placement
    {
        /// <summary>Gets whether the activity comes from a channel that is not this partnership's.</summary>
        public bool IsAway { get; init; }

        /// <summary>Gets whether the sender is a member of several partnerships that it could have been about.</summary>
        public bool IsOneOfSeveral { get; init; }
    }

    /// <summary>Somebody speaks in a team whose partnership is still to be formed.</summary>
    /// <param name="Place">Where it will meet.</param>
    internal sealed record Unformed(MeetingPlace Place) : Placement;

    /// <summary>A member of several partnerships speaks, and it is not clear which one it is about.</summary>
    /// <param name="Choices">The partnerships.</param>
    /// <param name="Text">What is to be answered once one is chosen; empty for nothing.</param>
    internal sealed record Unclear(IReadOnlyList<Partnership> Choices, string Text) : Placement;

    /// <summary>Somebody speaks who gets no more than a sentence.</summary>
    /// <param name="Sentence">Why not, and what to do.</param>
    internal sealed record Outside(string Sentence) : Placement;
}
