using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Proposals;

/// <summary>A question answered by naming a proposal. Typed: its reference, or as a choice in the list of the newest.</summary>
/// <param name="id">The question's name.</param>
/// <param name="label">Its short name.</param>
/// <param name="prompt">How it is asked.</param>
/// <param name="partnership">The state; it has at least one proposal.</param>
internal sealed class ProposalQuestion(string id, Func<string> label, Func<string> prompt, Partnership partnership) : Question(id, label, prompt)
{
    // The card stays small; an older proposal is named by its reference.
    private const int MostChoices = 30;

    private readonly ChoiceQuestion _newest = new(id, label, prompt, [.. Newest(partnership)]);

    /// <inheritdoc/>
    /// <remarks>It is asked about a photo, which a form cannot take.</remarks>
    public override bool FitsForm => false;

    /// <inheritdoc/>
    public override string HowTo => ProposalTexts.PhotoWhich;

    /// <inheritdoc/>
    public override AnswerReading Read(string typed, TurnContext turn) =>
        !ProposalReference.TryParse(typed, CultureInfo.InvariantCulture, out _) ? _newest.Read(typed, turn)
        : ProposalReading.Read(typed, turn.Partnership) switch
        {
            ProposalReading.Found found => new AnswerReading.Understood(found.Proposal.Reference.ToString()),
            ProposalReading.None none => new AnswerReading.Wrong(none.Sentence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <inheritdoc/>
    public override string Show(string answer) =>
        ProposalReading.Read(answer, partnership) is ProposalReading.Found found ? ProposalLines.InChoice(found.Proposal) : answer;

    /// <inheritdoc/>
    public override CardInput? Input(string answer) => _newest.Input(answer);

    private static IEnumerable<Choice> Newest(Partnership partnership) => partnership.Proposals.Values
        .Reverse()
        .Take(MostChoices)
        .Select(proposal => new Choice(proposal.Reference.ToString(), ProposalLines.InChoice(proposal)));
}
