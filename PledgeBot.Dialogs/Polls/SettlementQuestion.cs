using System.Collections.Immutable;
using System.Globalization;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Polls;

/// <summary>
/// A question answered with what to choose where a poll left it unsettled. Typed as a vote is: <c>3</c>, <c>V1-03</c>. The canonical
/// answer is the references in their order with commas between.
/// </summary>
/// <param name="id">The question's name.</param>
/// <param name="unsettled">What is to be settled.</param>
/// <param name="partnership">The state, for what the proposals are about.</param>
internal sealed class SettlementQuestion(string id, Unsettled unsettled, Partnership partnership)
    : Question(id, () => PollTexts.SettlePicks, () => $"{PollTexts.SettlePicksPrompt} {SettlementLines.HowMany(unsettled)}")
{
    /// <inheritdoc/>
    public override string HowTo => Word.Fill(
        PollTexts.SettlePicksHowTo, string.Join(' ', unsettled.Among.Take(unsettled.Most).Select(option => option.Number)));

    /// <summary>A number is a proposal's, as when a member votes, and not a place in the list.</summary>
    public override bool NumbersChoices => false;

    /// <summary>Writes a canonical answer.</summary>
    public static string Write(IEnumerable<ProposalReference> picks) => string.Join(',', picks);

    /// <summary>Reads a canonical answer.</summary>
    public static ImmutableArray<ProposalReference> Parse(string answer) =>
        [.. answer.Split(',').Select(pick => ProposalReference.Parse(pick, CultureInfo.InvariantCulture))];

    /// <inheritdoc/>
    public override AnswerReading Read(string typed, TurnContext turn)
    {
        HashSet<ProposalReference> picks = [];
        foreach (string word in VoteReading.WordsOf(typed))
        {
            if (VoteReading.PickOf(word, unsettled.Poll) is not { } pick)
            {
                return new AnswerReading.Wrong(Word.Fill(PollTexts.NotANumber, CommandRouter.Echo(word), HowTo));
            }

            picks.Add(pick);
        }

        return picks.Count < unsettled.Fewest || picks.Count > unsettled.Most || !picks.IsSubsetOf(unsettled.Among)
            ? new AnswerReading.Wrong(RefusalText.For(new WrongSettlement(unsettled.Among, unsettled.Fewest, unsettled.Most), partnership))
            : new AnswerReading.Understood(Write(unsettled.Among.Where(picks.Contains)));
    }

    /// <inheritdoc/>
    public override string Show(string answer) => PollLines.Names(Parse(answer));

    /// <inheritdoc/>
    public override CardInput Input(string answer)
    {
        InputChoice[] choices =
            [.. unsettled.Among.Select(option => new InputChoice { Title = PollCard.OptionOf(partnership, unsettled.Poll, option), Value = option.ToString() })];
        string standing = string.Join(',', answer.Split(',').Where(value => choices.Any(choice => choice.Value == value)));
        return new InputChoiceSet
        {
            Choices = choices,
            IsMultiSelect = unsettled.Most > 1 ? true : null,
            Style = ChoiceInputStyle.Expanded,
            Value = standing.Length == 0 ? null : standing,
        };
    }
}
