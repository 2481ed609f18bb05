using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Triage;

/// <summary>
/// Assesses a proposal. Only a coordinator; until the walk's candidates have been put to a vote, or recommended without
/// one. The same assessment again changes nothing.
/// </summary>
/// <param name="Reference">The proposal.</param>
/// <param name="Assessment">
/// The assessment. A candidate needs a plan whose due day is today or later and within the promise's period;
/// <see cref="TriageClass.SomeoneElses"/> needs a note that says who; a note has at most 200 characters.
/// </param>
public sealed record TriageProposal(ProposalReference Reference, Assessment Assessment) : Command
{
    /// <summary>The longest note, in characters.</summary>
    public const int LongestNote = 200;
}
