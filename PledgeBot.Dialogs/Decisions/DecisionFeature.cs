using System.Globalization;
using System.Text.Json;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Decisions;

/// <summary>From the group's recommendation to the two confirmations.</summary>
internal sealed class DecisionFeature(GuidedDialogs dialogs) : Feature
{
    /// <summary>The verb of the button that confirms.</summary>
    public const string ConfirmVerb = "decision.confirm";

    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands =>
    [
        new(() => DecisionTexts.CommandConfirm, () => DecisionTexts.CommandConfirmHelp, ConfirmAsync) { Argument = () => DecisionTexts.CommandConfirmArgument },
        new(() => DecisionTexts.CommandReturn, () => DecisionTexts.CommandReturnHelp, Begin(ReturnDialog.Id)) { Argument = () => DecisionTexts.CommandReturnArgument },
        new(() => DecisionTexts.CommandDissent, () => DecisionTexts.CommandDissentHelp, Begin(DissentDialog.Id)) { Argument = () => DecisionTexts.CommandConfirmArgument },
        new(() => DecisionTexts.CommandRecord, () => DecisionTexts.CommandRecordHelp, Begin(RecordConfirmationDialog.Id)) { Argument = () => DecisionTexts.CommandConfirmArgument },
        new(() => DecisionTexts.CommandShow, () => DecisionTexts.CommandShowHelp, ShowAsync) { Argument = () => DecisionTexts.CommandConfirmArgument },
        new(() => DecisionTexts.CommandDiary, () => DecisionTexts.CommandDiaryHelp, Begin(DiaryDialog.Id)) { Argument = () => DecisionTexts.CommandConfirmArgument },
        new(() => DecisionTexts.CommandCorrect, () => DecisionTexts.CommandCorrectHelp, Begin(CorrectionDialog.Id)) { Argument = () => DecisionTexts.CommandConfirmArgument },
        new(() => DecisionTexts.CommandRecommend, () => DecisionTexts.CommandRecommendHelp, RecommendAsync) { Argument = () => DecisionTexts.CommandConfirmArgument },
    ];

    /// <inheritdoc/>
    public override IEnumerable<CardVerb> Verbs => [new(ConfirmVerb, PressAsync)];

    /// <inheritdoc/>
    public override IEnumerable<GuidedDialog> Dialogs =>
        [RecordConfirmationDialog.Dialog, ReturnDialog.Dialog, DissentDialog.Dialog, DiaryDialog.Dialog, CorrectionDialog.Dialog];

    /// <inheritdoc/>
    public override IEnumerable<SubjectCard> Cards => [new(Subject.Decision, DecisionCard.Draw)];

    /// <summary>Gets the other party.</summary>
    public static Party OtherThan(Party party) => party == Party.Police ? Party.Municipality : Party.Police;

    private static Task ConfirmAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        WalkNumber[] waiting = [.. DecisionStanding.Waiting(turn.Partnership)];
        if (WalkNumber.TryParse(typed, CultureInfo.InvariantCulture, out WalkNumber named))
        {
            turn.Say(Confirm(turn, named));
        }
        else
        {
            turn.Say(waiting switch
            {
                [] => DecisionTexts.NothingToConfirm,
                [var only] => Confirm(turn, only),
                _ => Word.Fill(DecisionTexts.WhichWalk, waiting[0]),
            });
        }

        return Task.CompletedTask;
    }

    private Func<TurnContext, string, CancellationToken, Task> Begin(string dialog) => (turn, typed, cancellationToken) =>
        dialogs.StartAsync(turn, dialog, typed, cancellationToken);

    private static async Task ShowAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        WalkNumber walk = WalkNumber.TryParse(typed, CultureInfo.InvariantCulture, out WalkNumber named)
            ? named
            : turn.Partnership.Recommendations.Values.MaxBy(recommendation => recommendation.RecommendedAt)?.Walk ?? default;
        CardView view = await turn.ViewAsync(cancellationToken);
        if (DecisionCard.Draw(walk.ToString(), turn.IsPersonal ? view : view with { Viewer = null }) is { } drawn)
        {
            turn.Show(drawn.Card, drawn.Summary);
        }
        else
        {
            turn.Say(walk == default ? DecisionTexts.NothingToConfirm : Word.Fill(DecisionTexts.NoDecision, walk));
        }
    }

    private static Task RecommendAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        WalkNumber walk = WalkNumber.TryParse(typed, CultureInfo.InvariantCulture, out WalkNumber named)
            ? named
            : turn.Partnership.Walks.LastOrDefault(candidate => !turn.Partnership.IsPutToGroup(candidate.Number))?.Number ?? default;
        turn.Say(turn.Do(new RecommendWithoutPoll(walk)) is { } refusal
            ? RefusalText.For(refusal, turn.Partnership)
            : Word.Fill(DecisionTexts.WithoutPollMade, walk));
        return Task.CompletedTask;
    }

    private static async Task<VerbAnswer?> PressAsync(TurnContext turn, JsonElement data, CancellationToken cancellationToken)
    {
        if (!data.TryGetText(DecisionCard.WalkField, out string? field)
            || !WalkNumber.TryParse(field, CultureInfo.InvariantCulture, out WalkNumber walk))
        {
            return null;
        }

        if (turn.Do(new ConfirmRecommendation(walk)) is { } refusal)
        {
            return new VerbAnswer.Message(RefusalText.For(refusal, turn.Partnership));
        }

        DrawnCard drawn = DecisionCard.Draw(walk.ToString(), await turn.ViewAsync(cancellationToken))!;
        return new VerbAnswer.Card(drawn.Card, drawn.Summary) { View = Subject.OfDecision(walk) };
    }

    private static string Confirm(TurnContext turn, WalkNumber walk)
    {
        if (turn.Do(new ConfirmRecommendation(walk)) is { } refusal)
        {
            return RefusalText.For(refusal, turn.Partnership);
        }

        if (turn.Partnership.Recommendations[walk].IsDecided)
        {
            return DecisionTexts.ThanksDecided;
        }

        Party own = turn.Member.Party;
        return Word.Fill(DecisionTexts.ThanksConfirmed, Word.For(own), Word.For(OtherThan(own)));
    }
}
