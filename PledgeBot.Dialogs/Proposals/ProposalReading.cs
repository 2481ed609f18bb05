using System.Globalization;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Dialogs.Proposals;

/// <summary>Which proposal a member means.</summary>
internal abstract record ProposalReading
{
    private ProposalReading()
    {
    }

    /// <summary>This one.</summary>
    internal sealed record Found(Proposal Proposal) : ProposalReading;

    /// <summary>None.</summary>
    /// <param name="Sentence">Why, and what to do.</param>
    internal sealed record None(string Sentence) : ProposalReading;

    /// <summary>Reads a reference.</summary>
    public static ProposalReading Read(string typed, Partnership partnership) =>
        !ProposalReference.TryParse(typed, CultureInfo.InvariantCulture, out ProposalReference reference) ? new None(ProposalTexts.NotAReference)
        : partnership.Proposals.TryGetValue(reference, out Proposal? proposal) ? new Found(proposal)
        : new None(RefusalText.For(new NoSuchProposal(reference), partnership));
}
