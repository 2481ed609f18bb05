using System.Collections.Immutable;
using System.Globalization;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Decisions;

/// <summary>
/// The dialog that returns a recommended proposal instead of confirming it; a coordinator records so what an authorised member has
/// told. The subject is the proposal's reference, or the walk when it is still to be said which; not named, the only walk that waits.
/// </summary>
internal static class ReturnDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "decision-return";

    private const string Who = "who";
    private const string Day = "day";
    private const string How = "manner";
    private const string Which = "which";
    private const string Reason = "reason";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => DecisionTexts.ReturnTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => DecisionTexts.CommandReturn.Split('|')[0],
    };

    /// <summary>Gets those for whom a member can return something: themself, and with the duty to coordinate anybody who may confirm.</summary>
    public static IEnumerable<Member> ReturnersFor(Partnership partnership, WalkNumber walk, Member asker) => partnership.Members
        .Where(member => member.Id == asker.Id || asker.Has(Duties.Coordinate))
        .Where(member => DecisionStanding.MayConfirm(partnership, walk, member));

    private static DialogStart Start(TurnContext turn, string subject)
    {
        Partnership partnership = turn.Partnership;
        bool isNamed = ProposalReference.TryParse(subject, CultureInfo.InvariantCulture, out ProposalReference named);
        if (WalkChoice.Read(isNamed ? named.Walk.ToString() : subject, partnership, DecisionTexts.CommandReturn, out WalkNumber walk) is { } unknown)
        {
            return unknown;
        }

        if (!partnership.Recommendations.TryGetValue(walk, out Recommendation? recommendation) || recommendation.Proposals.IsEmpty)
        {
            return Refuse(new NothingToConfirm(walk));
        }

        ProposalReference? only = isNamed ? named : recommendation.Proposals is [var single] ? single : null;
        if (only is { } meant && !recommendation.Proposals.Contains(meant))
        {
            return Refuse(new NotRecommended(meant));
        }

        if (recommendation.IsDecided)
        {
            return Refuse(new AlreadyDecided(walk));
        }

        if (!turn.Member.Has(Duties.Confirm) && !turn.Member.Has(Duties.Coordinate))
        {
            return Refuse(new DutyNeeded(Duties.Confirm));
        }

        Member[] returners = [.. ReturnersFor(partnership, walk, turn.Member)];
        if (returners.Length == 0)
        {
            return turn.Member.Has(Duties.Confirm) ? Refuse(new HasConflict()) : new DialogStart.NotNow(DecisionTexts.ReturnNobody);
        }

        string about = only is { } one
            ? Word.Fill(DecisionTexts.ReturnOne, one, partnership.Proposals[one].Suggestion.TrimEnd('.'))
            : Word.Fill(DecisionTexts.ReturnSome, walk, partnership.FindWalk(walk)!.Locality);
        Answers given = Answers.None.With(Day, DateQuestion.Write(SwedishTime.DayAt(turn.Now))).With(How, nameof(Manner.ByPhone));
        return new DialogStart.Ready(
            only?.ToString() ?? walk.ToString(),
            $"{about} {DecisionTexts.ReturnIntroduction}",
            Array.Exists(returners, member => member.Id == turn.Member.Id) ? given.With(Who, turn.Member.Id.ToString()) : given);

        DialogStart.NotNow Refuse(Refusal refusal) => new(RefusalText.For(refusal, partnership));
    }

    private static Question[] Ask(TurnContext turn, string subject)
    {
        Recommendation recommendation = turn.Partnership.Recommendations[WalkOf(subject)];
        var which = new ChoiceQuestion(
            Which,
            () => DecisionTexts.ReturnWhich,
            () => DecisionTexts.ReturnWhichPrompt,
            [.. recommendation.Proposals.Select(reference => ChoiceOf(turn.Partnership, reference))])
        {
            WhyGone = value => ProposalReference.TryParse(value, CultureInfo.InvariantCulture, out ProposalReference gone)
                ? RefusalText.For(new NotRecommended(gone), turn.Partnership)
                : null,
        };
        return
        [
            .. turn.Member.Has(Duties.Coordinate) ? AskWhoTold(turn, recommendation) : [],
            .. IsReference(subject) ? Array.Empty<Question>() : [which],
            new TextQuestion(Reason, () => DecisionTexts.ReturnReason, () => DecisionTexts.ReturnReasonPrompt, ReturnProposal.LongestReason),
        ];
    }

    private static Question[] AskWhoTold(TurnContext turn, Recommendation recommendation)
    {
        string own = turn.Member.Id.ToString();
        return
        [
            new ChoiceQuestion(
                Who,
                () => DecisionTexts.ReturnWho,
                () => DecisionTexts.ReturnWhoPrompt,
                [.. ReturnersFor(turn.Partnership, recommendation.Walk, turn.Member).Select(member => ConfirmerChoice.Of(turn, member))])
            {
                WhyGone = value => MemberId.TryParse(value, CultureInfo.InvariantCulture, out MemberId gone)
                    ? RefusalText.For(turn.Partnership.FindMember(gone)?.Has(Duties.Confirm) == true ? new HasConflict() : new NotAConfirmer(), turn.Partnership)
                    : null,
            },
            new DateQuestion(Day, () => DecisionTexts.RecordDay, () => DecisionTexts.ReturnDayPrompt)
            {
                Latest = SwedishTime.DayAt(turn.Now),
                SkipWhen = answers => answers[Who] == own,
                FormHint = () => DecisionStanding.MayConfirm(turn.Partnership, recommendation.Walk, turn.Member) ? DecisionTexts.ReturnToldHint : "",
            },
            new ChoiceQuestion(How, () => DecisionTexts.ReturnHow, () => DecisionTexts.ReturnHowPrompt, ConfirmerChoice.Manners())
            {
                SkipWhen = answers => answers[Who] == own,
            },
        ];
    }

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        var reference = ProposalReference.Parse(IsReference(subject) ? subject : answers[Which], CultureInfo.InvariantCulture);
        MemberId returner = turn.Member.Has(Duties.Coordinate) ? MemberId.Parse(answers[Who], CultureInfo.InvariantCulture) : turn.Member.Id;
        Told? told = returner == turn.Member.Id ? null : new Told(returner, DateQuestion.Parse(answers[Day]), Enum.Parse<Manner>(answers[How]));
        Recommendation before = turn.Partnership.Recommendations[reference.Walk];
        Refusal? refusal = turn.Do(new ReturnProposal(reference, answers[Reason], PollId.New(turn.Now), told));
        if (refusal is not null)
        {
            return Task.FromResult<DialogEnd>(new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), QuestionOf(refusal)));
        }

        if (told is not null)
        {
            turn.Records.Schedule(MemberNotice.OfReturn(reference, turn.Now));
        }

        return Task.FromResult<DialogEnd>(new DialogEnd.Saved(string.Join(' ', Sentences(turn, reference, before, told))));
    }

    private static IEnumerable<string> Sentences(TurnContext turn, ProposalReference reference, Recommendation before, Told? told)
    {
        yield return Word.Fill(DecisionTexts.ReturnSaved, reference);
        yield return WhatFollows.After(turn.Partnership, reference.Walk, before.Proposals);
        ImmutableArray<Party> confirmed = [.. before.Confirmations.Select(confirmation => confirmation.Party)];
        if (!confirmed.IsEmpty)
        {
            yield return Word.Fill(DecisionTexts.ReturnVoids, Word.List([.. confirmed.Select(Word.For)]));
        }

        if (told is not null)
        {
            yield return MemberNotice.CanReach(turn.Contacts, told.Member) ? DecisionTexts.RecordTold : DecisionTexts.ReturnTellYourself;
        }
    }

    private static string? QuestionOf(Refusal refusal) => refusal switch
    {
        DayNotCome => Day,
        NotAConfirmer or OwnConfirmation or HasConflict => Who,
        NotRecommended => Which,
        TextMissing or TextTooLong => Reason,
        _ => null,
    };

    private static Choice ChoiceOf(Partnership partnership, ProposalReference reference) =>
        new(reference.ToString(), Word.Fill(DecisionTexts.ProposalChoice, reference, partnership.Proposals[reference].Suggestion));

    // The subject was settled by Start, which saving asks again.
    private static bool IsReference(string subject) => ProposalReference.TryParse(subject, CultureInfo.InvariantCulture, out _);

    private static WalkNumber WalkOf(string subject) => IsReference(subject)
        ? ProposalReference.Parse(subject, CultureInfo.InvariantCulture).Walk
        : WalkNumber.Parse(subject, CultureInfo.InvariantCulture);
}
