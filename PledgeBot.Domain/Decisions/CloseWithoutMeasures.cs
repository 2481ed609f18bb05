using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Decisions;

/// <summary>
/// Closes a walk that gives no measures (inga genomförbara förslag; domain reference 9.5): no proposal became a candidate, or every
/// candidate has been returned or withdrawn. Only a coordinator. The second time changes nothing.
/// </summary>
/// <param name="Walk">The walk; carried out, and every proposal assessed.</param>
/// <param name="Reason">The public reason; needed, at most <see cref="LongestReason"/> characters.</param>
public sealed record CloseWithoutMeasures(WalkNumber Walk, string Reason) : Command
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 300;
}
