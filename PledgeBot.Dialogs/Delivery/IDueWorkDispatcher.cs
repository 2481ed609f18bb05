using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>Does work that has come due; what the host's worker calls.</summary>
public interface IDueWorkDispatcher
{
    /// <summary>Does one piece of taken work, and notes its outcome: done, to be tried again, or set aside. Never fails itself but for the records.</summary>
    Task HandleAsync(TakenWork taken, CancellationToken cancellationToken);

    /// <summary>Tells whether work asks the channel for so much that nobody's answer is to wait for it.</summary>
    bool IsSlow(DueWork work);

    /// <summary>Makes sure that a partnership's next weekly status is on the list. Any number of times it is there once.</summary>
    Task ScheduleWeeklyStatusAsync(PartnershipId partnership, CancellationToken cancellationToken);
}
