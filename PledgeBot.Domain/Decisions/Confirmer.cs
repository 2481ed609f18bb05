using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Decisions;

/// <summary>The authorised member who acts for a party, themself or through a coordinator who was told.</summary>
/// <param name="Member">The member.</param>
/// <param name="Recorded">How it was told, and to whom; nothing when the member acts themself.</param>
internal readonly record struct Confirmer(Member Member, RecordedConfirmation? Recorded)
{
    /// <summary>Finds who acts for a party about a walk. That the asker has the duty for it was judged before.</summary>
    /// <returns>The reason why nobody can act so; nothing when the confirmer was found.</returns>
    public static Refusal? Find(Partnership partnership, WalkNumber walk, Told? told, Moment moment, out Confirmer confirmer)
    {
        Member asker = partnership.FindMember(moment.By!.Value)!;
        confirmer = new Confirmer(asker, Recorded: null);
        if (told is not null)
        {
            if (partnership.FindMember(told.Member) is not { } member || !member.Has(Duties.Confirm))
            {
                return new NotAConfirmer();
            }

            if (member == asker)
            {
                return new OwnConfirmation(walk);
            }

            if (told.Day > SwedishTime.DayAt(moment.Now))
            {
                return new DayNotCome(told.Day);
            }

            confirmer = new Confirmer(member, new RecordedConfirmation(member.Id, told.Day, told.Manner, asker.Title));
        }

        return HasConflict(partnership, walk, confirmer.Member.Id) ? new HasConflict() : null;
    }

    /// <summary>Tells whether a member has declared a conflict of interest in any of a walk's polls.</summary>
    public static bool HasConflict(Partnership partnership, WalkNumber walk, MemberId member) =>
        partnership.Polls.Any(poll => poll.Walk == walk && poll.Conflicted.Any(entry => entry.Member == member));
}
