using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Domain.Weekly;

namespace PledgeBot.Domain.Partnerships;

/// <summary>Answers who may ask for what. What more a rule asks for, such as leading the walk, stands with the rule.</summary>
internal static class Permissions
{
    /// <summary>Gives the reason why the one who asks may not; nothing when they may.</summary>
    public static Refusal? Refuse(Partnership partnership, Command command, Moment moment)
    {
        if (moment.By is not { } asker)
        {
            return RefuseClock(partnership, command);
        }

        if (command is FormPartnership && partnership.Formed is null)
        {
            // The founder is on no list yet.
            return null;
        }

        if (partnership.FindMember(asker) is not { } member)
        {
            return new NotAMember();
        }

        if (command is PostWeeklyStatus or RecordDecision)
        {
            throw new InvalidOperationException($"Only the clock does {command.GetType().Name}.");
        }

        Duties duty = DutyFor(command);
        return member.Has(duty) ? null : new DutyNeeded(duty);
    }

    private static NotAMember? RefuseClock(Partnership partnership, Command command)
    {
        if (command is not (FormPartnership or ListMember or GivePromise or ClosePoll or PostWeeklyStatus or RecordDecision))
        {
            return new NotAMember();
        }

        return partnership.Formed is not null || command is FormPartnership
            ? null
            : throw new InvalidOperationException("The partnership has not been formed.");
    }

    private static Duties DutyFor(Command command) => command switch
    {
        ConfirmRecommendation or ReturnProposal { Told: null } or ProposeSettlement { Told: null } => Duties.Confirm,
        FormPartnership or CarryOutWalk or RegisterProposal or AddProposalPhoto or ChangeMeasureStatus => Duties.None,
        DeclareConflict or GiveCastingVote or GiveDissent => Duties.None,
        _ => Duties.Coordinate,
    };
}
