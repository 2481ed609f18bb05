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
/// A question answered with what a member picks in a poll, or that they abstain. Typed as a vote is: <c>2 5</c>, <c>avstår</c>.
/// The canonical answer is the references in the poll's order with commas between, or <see cref="Abstains"/>.
/// </summary>
/// <param name="id">The question's name.</param>
/// <param name="label">Its short name.</param>
/// <param name="prompt">How it is asked.</param>
/// <param name="poll">The poll.</param>
/// <param name="partnership">The state, for what the proposals are about.</param>
internal sealed class PicksQuestion(string id, Func<string> label, Func<string> prompt, Poll poll, Partnership partnership)
    : Question(id, label, prompt)
{
    /// <summary>The canonical answer of one who abstains.</summary>
    public const string Abstains = "abstains";

    /// <inheritdoc/>
    public override string HowTo => HowToAnswer(poll);

    /// <summary>A number is a proposal's, as when a member votes, and not a place in the list.</summary>
    public override bool NumbersChoices => false;

    /// <summary>Gets how to answer about a poll.</summary>
    public static string HowToAnswer(Poll poll) =>
        Word.Fill(poll.Rules.MayAbstain ? PollTexts.RecordPicksHowTo : PollTexts.SettlePicksHowTo, VoteReading.Example(poll));

    /// <summary>Reads a canonical answer; nothing picked for one who abstains.</summary>
    public static ImmutableArray<ProposalReference> Parse(string answer) => answer == Abstains
        ? []
        : [.. answer.Split(',').Select(pick => ProposalReference.Parse(pick, CultureInfo.InvariantCulture))];

    /// <inheritdoc/>
    public override AnswerReading Read(string typed, TurnContext turn)
    {
        string[] words = VoteReading.WordsOf(typed);
        if (words.Any(IsAbstention))
        {
            return words.Length > 1 ? new AnswerReading.Wrong(PollTexts.RecordPicksOrAbstain)
                : poll.RefusePicks([]) is { } refusal ? new AnswerReading.Wrong(Explain(refusal))
                : new AnswerReading.Understood(Abstains);
        }

        ImmutableArray<ProposalReference>.Builder picks = ImmutableArray.CreateBuilder<ProposalReference>();
        foreach (string word in words)
        {
            if (VoteReading.PickOf(word, poll) is not { } pick)
            {
                return new AnswerReading.Wrong(Word.Fill(PollTexts.NotANumber, CommandRouter.Echo(word), HowTo));
            }

            picks.Add(pick);
        }

        return picks.Count == 0 ? new AnswerReading.Wrong(HowTo)
            : poll.RefusePicks(picks.ToImmutable()) is { } wrong ? new AnswerReading.Wrong(Explain(wrong))
            : new AnswerReading.Understood(string.Join(',', poll.Options.Where(picks.Contains)));
    }

    /// <inheritdoc/>
    public override string Show(string answer) => answer == Abstains
        ? PollTexts.RecordAbstains
        : Word.List([.. Parse(answer).Select(pick => pick.ToString())]);

    /// <inheritdoc/>
    public override CardInput Input(string answer)
    {
        InputChoice[] choices =
        [
            .. poll.Options.Select(option => new InputChoice { Title = PollCard.OptionOf(partnership, poll, option), Value = option.ToString() }),
            .. poll.Rules.MayAbstain ? [new InputChoice { Title = PollTexts.RecordAbstains, Value = Abstains }] : (InputChoice[])[],
        ];
        string standing = string.Join(',', answer.Split(',').Where(value => choices.Any(choice => choice.Value == value)));
        return new InputChoiceSet
        {
            Choices = choices,
            IsMultiSelect = poll.Rules.Picks > 1 ? true : null,
            Style = ChoiceInputStyle.Expanded,
            Value = standing.Length == 0 ? null : standing,
        };
    }

    private static bool IsAbstention(string word) =>
        word == Abstains
        || PollTexts.CommandAbstain.Split('|').Append(PollTexts.RecordAbstains).Any(known => LooseText.Of(known) == LooseText.Of(word));

    private string Explain(Refusal refusal) => refusal switch
    {
        TooManyPicks many => Word.Fill(PollTexts.RecordTooMany, many.Picked, many.Allowed),
        TooFewPicks few => Word.Fill(PollTexts.RecordTooFew, few.Picked, few.Demanded),
        NotOnBallot stray => Word.Fill(PollTexts.RecordNotOnBallot, stray.Pick, Word.List([.. poll.Options.Select(option => option.ToString())])),
        PickedTwice twice => Word.Fill(PollTexts.RecordPickedTwice, twice.Pick),
        MayNotAbstain => PollTexts.RecordMayNotAbstain,
        _ => RefusalText.For(refusal, partnership),
    };
}
