using System.Globalization;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Decisions;

/// <summary>
/// The dialog that records a confirmation given by phone or at a meeting. The subject is the walk; not named, the only one whose
/// recommendation waits.
/// </summary>
internal static class RecordConfirmationDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "decision-record";

    private const string Who = "who";
    private const string Day = "day";
    private const string How = "manner";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => DecisionTexts.RecordTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => DecisionTexts.CommandRecord.Split('|')[0],
    };

    /// <summary>Gets those whose confirmation a coordinator can record: others than the coordinator, authorised by a party that has not confirmed.</summary>
    public static IEnumerable<Member> ConfirmersLeft(Recommendation recommendation, Partnership partnership, Member coordinator) =>
        partnership.Members.Where(member => DecisionStanding.MayConfirm(partnership, recommendation.Walk, member)
            && member.Id != coordinator.Id
            && !recommendation.IsConfirmedBy(member.Party));

    private static DialogStart Start(TurnContext turn, string subject)
    {
        Partnership partnership = turn.Partnership;
        if (!turn.Member.Has(Duties.Coordinate))
        {
            return Refuse(new DutyNeeded(Duties.Coordinate));
        }

        if (!WalkNumber.TryParse(subject, CultureInfo.InvariantCulture, out WalkNumber walk))
        {
            WalkNumber[] waiting = [.. DecisionStanding.Waiting(partnership)];
            if (waiting.Length != 1)
            {
                return new DialogStart.NotNow(
                    waiting.Length == 0 ? DecisionTexts.NothingToConfirm : Word.Fill(DecisionTexts.RecordWhichWalk, waiting[0]));
            }

            walk = waiting[0];
        }

        return !partnership.Recommendations.TryGetValue(walk, out Recommendation? recommendation) ? Refuse(new NothingToConfirm(walk))
            : recommendation.IsDecided ? Refuse(new AlreadyDecided(walk))
            : recommendation.Proposals.IsEmpty ? Refuse(new NothingToConfirm(walk))
            : !DecisionStanding.CanBeConfirmed(recommendation, partnership) ? Refuse(new NotSettledYet(walk))
            : !ConfirmersLeft(recommendation, partnership, turn.Member).Any() ? new DialogStart.NotNow(DecisionTexts.RecordNobodyLeft)
            : new DialogStart.Ready(
                walk.ToString(),
                Word.Fill(
                    DecisionTexts.RecordIntroduction,
                    walk,
                    partnership.FindWalk(walk)!.Locality,
                    Word.List([.. recommendation.Proposals.Select(proposal => proposal.ToString())])),
                Answers.None.With(Day, DateQuestion.Write(SwedishTime.DayAt(turn.Now))).With(How, nameof(Manner.ByPhone)));

        DialogStart.NotNow Refuse(Refusal refusal) => new(RefusalText.For(refusal, partnership));
    }

    private static Question[] Ask(TurnContext turn, string subject)
    {
        Recommendation recommendation = turn.Partnership.Recommendations[Walk(subject)];
        return
        [
            new ChoiceQuestion(
                Who,
                () => DecisionTexts.RecordWho,
                () => DecisionTexts.RecordWhoPrompt,
                [.. ConfirmersLeft(recommendation, turn.Partnership, turn.Member).Select(member => ConfirmerChoice.Of(turn, member))])
            {
                WhyGone = value => WhyGone(turn, recommendation, value),
            },
            new DateQuestion(Day, () => DecisionTexts.RecordDay, () => DecisionTexts.RecordDayPrompt)
            {
                Earliest = SwedishTime.DayAt(recommendation.RecommendedAt),
                Latest = SwedishTime.DayAt(turn.Now),
            },
            new ChoiceQuestion(How, () => DecisionTexts.RecordHow, () => DecisionTexts.RecordHowPrompt, ConfirmerChoice.Manners()),
        ];
    }

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        var walk = Walk(subject);
        var confirmer = MemberId.Parse(answers[Who], CultureInfo.InvariantCulture);
        var command = new RecordConfirmation(walk, confirmer, DateQuestion.Parse(answers[Day]), Enum.Parse<Manner>(answers[How]));
        if (turn.Do(command) is { } refusal)
        {
            string question = refusal is DayNotCome or ConfirmedTooEarly ? Day : Who;
            return Task.FromResult<DialogEnd>(new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), question));
        }

        Recommendation recommendation = turn.Partnership.Recommendations[walk];
        Confirmation confirmation = recommendation.Confirmations[^1];
        turn.Records.Schedule(MemberNotice.OfConfirmation(walk, confirmation.Party, turn.Now));
        string[] sentences =
        [
            Word.Fill(DecisionTexts.RecordSaved, confirmation.Title, Word.For(confirmation.Party)),
            recommendation.IsDecided ? DecisionTexts.RecordDecided : Word.Fill(DecisionTexts.RecordRemains, Word.For(DecisionFeature.OtherThan(confirmation.Party))),
            MemberNotice.CanReach(turn.Contacts, confirmer) ? DecisionTexts.RecordTold : DecisionTexts.RecordTellYourself,
        ];
        return Task.FromResult<DialogEnd>(new DialogEnd.Saved(string.Join(' ', sentences)));
    }

    private static string? WhyGone(TurnContext turn, Recommendation recommendation, string value)
    {
        if (!MemberId.TryParse(value, CultureInfo.InvariantCulture, out MemberId id))
        {
            return null;
        }

        Refusal refusal = turn.Partnership.FindMember(id) is not { } member || !member.Has(Duties.Confirm) ? new NotAConfirmer()
            : member == turn.Member ? new OwnConfirmation(recommendation.Walk)
            : recommendation.IsConfirmedBy(member.Party) ? new PartyHasConfirmed(recommendation.Walk, member.Party)
            : new HasConflict();
        return RefusalText.For(refusal, turn.Partnership);
    }

    // The subject was settled by Start, which saving asks again.
    private static WalkNumber Walk(string subject) => WalkNumber.Parse(subject, CultureInfo.InvariantCulture);
}
