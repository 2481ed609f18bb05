using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Measures;

/// <summary>The measures: their cards and list, their status, their ends and their plans.</summary>
internal sealed class MeasureFeature(GuidedDialogs dialogs) : Feature
{
    /// <summary>The verb of the buttons that change the status.</summary>
    public const string StatusVerb = "measure.status";

    /// <summary>The name of the measure in the button's data.</summary>
    public const string ReferenceField = "reference";

    /// <summary>The name of the status that the card showed in the button's data.</summary>
    public const string FromField = "from";

    /// <summary>The name of the new status in the button's data.</summary>
    public const string ToField = "to";

    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands =>
    [
        new(() => MeasureTexts.CommandList, () => MeasureTexts.CommandListHelp, ListAsync),
        About(() => MeasureTexts.CommandShow, () => MeasureTexts.CommandShowHelp, ShowAsync),
        About(() => MeasureTexts.CommandPlanned, () => MeasureTexts.CommandPlannedHelp, Change(MeasureStatus.Planned)),
        About(() => MeasureTexts.CommandOngoing, () => MeasureTexts.CommandOngoingHelp, Change(MeasureStatus.Ongoing)),
        About(() => MeasureTexts.CommandDone, () => MeasureTexts.CommandDoneHelp, Begin(MeasureDialogs.Done)),
        About(() => MeasureTexts.CommandWillNotBeDone, () => MeasureTexts.CommandWillNotBeDoneHelp, Begin(MeasureDialogs.WillNotBeDone)),
        About(() => MeasureTexts.CommandReplace, () => MeasureTexts.CommandReplaceHelp, Begin(ReplaceDialog.Id)),
        About(() => MeasureTexts.CommandReplan, () => MeasureTexts.CommandReplanHelp, Begin(MeasureDialogs.Replan)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<CardVerb> Verbs => [new(StatusVerb, PressAsync)];

    /// <inheritdoc/>
    public override IEnumerable<GuidedDialog> Dialogs => [.. MeasureDialogs.All, ReplaceDialog.Dialog];

    /// <inheritdoc/>
    public override IEnumerable<SubjectCard> Cards => [new(Subject.Measure, MeasureCard.Draw)];

    /// <summary>A command about one measure: reads which one, or says how to write it.</summary>
    private static ChatCommand About(
        Func<string> phrases,
        Func<string> description,
        Func<TurnContext, ProposalReference, CancellationToken, Task> runAsync) =>
        new(phrases, description, (turn, typed, cancellationToken) =>
        {
            if (MeasureReading.Read(typed) is { } reference)
            {
                return runAsync(turn, reference, cancellationToken);
            }

            turn.Say(MeasureReading.Explain(typed, phrases()));
            return Task.CompletedTask;
        })
        {
            Argument = () => MeasureTexts.Example,
        };

    private static Task ListAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        Walk? walk = null;
        if (WalkNumber.TryParse(typed, CultureInfo.InvariantCulture, out WalkNumber number))
        {
            walk = turn.Partnership.FindWalk(number);
            if (walk is null)
            {
                turn.Say(RefusalText.For(new NoSuchWalk(number), turn.Partnership));
                return Task.CompletedTask;
            }
        }

        ImmutableArray<Measure> measures =
            [.. turn.Partnership.Measures.Values.Where(measure => walk is null || measure.Reference.Walk == walk.Number)];
        if (measures.IsEmpty)
        {
            turn.Say(walk is null ? MeasureTexts.ListEmpty : Word.Fill(MeasureTexts.ListEmptyWalk, walk.Number));
            return Task.CompletedTask;
        }

        DrawnCard drawn = MeasureListCard.Draw(measures, walk, SwedishTime.DayAt(turn.Now));
        turn.Show(drawn.Card, drawn.Summary);
        return Task.CompletedTask;
    }

    private static async Task ShowAsync(TurnContext turn, ProposalReference reference, CancellationToken cancellationToken)
    {
        if (MeasureCard.Draw(reference.ToString(), await turn.ViewAsync(cancellationToken)) is { } drawn)
        {
            turn.Show(drawn.Card, drawn.Summary);
        }
        else
        {
            turn.Say(RefusalText.For(new NoSuchMeasure(reference), turn.Partnership));
        }
    }

    private static Func<TurnContext, ProposalReference, CancellationToken, Task> Change(MeasureStatus to) => (turn, reference, _) =>
    {
        bool stoodSo = turn.Partnership.Measures.TryGetValue(reference, out Measure? measure) && measure.Status == to;
        string sentence = turn.Do(new ChangeMeasureStatus(reference, to, Date: null, Note: "")) is { } refusal
            ? RefusalText.For(refusal, turn.Partnership)
            : Word.Fill(stoodSo ? MeasureTexts.StatusIs : MeasureTexts.StatusSaved, reference, Word.For(to));
        turn.Say(sentence);
        return Task.CompletedTask;
    };

    private static async Task<VerbAnswer?> PressAsync(TurnContext turn, JsonElement data, CancellationToken cancellationToken)
    {
        if (!TryRead(data, ReferenceField, out string? key)
            || !ProposalReference.TryParse(key, CultureInfo.InvariantCulture, out ProposalReference reference)
            || !TryRead(data, ToField, out string? status)
            || StatusNamed(status) is not { } to)
        {
            return null;
        }

        // A press on a card that showed another status than the present one would undo what somebody has done since, so it is answered
        // with the present card.
        var change = new ChangeMeasureStatus(reference, to, Date: null, Note: "");
        Refusal? refused = IsPresent(data, turn.Partnership.Measures.GetValueOrDefault(reference))
            ? turn.Do(change)
            : (turn.Partnership.Decide(change, new Moment(turn.Member.Id, turn.Now)) as Decision.Refused)?.Reason;
        if (refused is not null)
        {
            return new VerbAnswer.Message(RefusalText.For(refused, turn.Partnership));
        }

        DrawnCard drawn = MeasureCard.Draw(reference.ToString(), await turn.ViewAsync(cancellationToken))
            ?? throw new InvalidOperationException($"The measure {reference} has no card.");
        return new VerbAnswer.Card(drawn.Card, drawn.Summary);
    }

    private static bool IsPresent(JsonElement data, Measure? measure) =>
        measure is null || (TryRead(data, FromField, out string? from) ? from == measure.Status.ToString() : measure.IsOpen);

    // Only what a button can choose; an end needs a form.
    private static MeasureStatus? StatusNamed(string name) => name switch
    {
        nameof(MeasureStatus.Planned) => MeasureStatus.Planned,
        nameof(MeasureStatus.Ongoing) => MeasureStatus.Ongoing,
        _ => null,
    };

    private static bool TryRead(JsonElement data, string field, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
    {
        value = data.ValueKind == JsonValueKind.Object && data.TryGetProperty(field, out JsonElement found) && found.ValueKind == JsonValueKind.String
            ? found.GetString()
            : null;
        return value is not null;
    }

    private Func<TurnContext, ProposalReference, CancellationToken, Task> Begin(string dialog) => (turn, reference, cancellationToken) =>
        dialogs.StartAsync(turn, dialog, reference.ToString(), cancellationToken);
}
