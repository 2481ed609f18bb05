using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;

namespace PledgeBot.Dialogs.Proposals;

/// <summary>The words about proposals that several cards share.</summary>
internal static class ProposalLines
{
    private const int LongestInList = 140;
    private const int LongestInChoice = 80;

    /// <summary>A proposal in a list: its reference and place, what is proposed, and how it is assessed.</summary>
    public static string InList(Proposal proposal) =>
        $"**{proposal.Reference} {proposal.Place}**\n\n{Shortened(proposal.Suggestion, LongestInList)}\n\n{Assessment(proposal)}";

    /// <summary>A proposal as a choice: "V1-03 Gångtunneln vid stationen".</summary>
    public static string InChoice(Proposal proposal) =>
        Word.Fill(ProposalTexts.ListChoice, proposal.Reference, Shortened(proposal.Place, LongestInChoice));

    /// <summary>How it is assessed, with a symbol and words: "✓ Kandidat till omröstning"; or that it has been withdrawn.</summary>
    public static string Assessment(Proposal proposal) => proposal.WithdrawnBecause is not null ? ProposalTexts.Withdrawn : proposal.Assessment switch
    {
        null => ProposalTexts.NotAssessed,
        { Class: TriageClass.Candidate } => Word.Fill(ProposalTexts.Candidate, Word.For(TriageClass.Candidate)),
        { Class: var other } => Word.Fill(ProposalTexts.NotCandidate, Word.For(other)),
    };

    private static string Shortened(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)].TrimEnd() + "…";
}
