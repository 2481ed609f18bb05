using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Triage;

/// <summary>
/// The dialog that assesses a proposal. The subject is a reference; a walk, or nothing, is settled to the first proposal that
/// waits to be assessed. When it is saved, the walk's next such proposal follows.
/// </summary>
internal static class TriageDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "triage";

    private const string Class = "class";
    private const string Responsible = "responsible";
    private const string Party = "party";
    private const string Due = "due";
    private const string Budget = "budget";
    private const string FaultNumber = "faultNumber";
    private const string SentTo = "sentTo";
    private const string Why = "why";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => TriageTexts.Title, Start, Ask, SaveAsync)
    {
        Phrase = () => TriageTexts.Command.Split('|')[0],
    };

    private static DialogStart Start(TurnContext turn, string subject)
    {
        Partnership partnership = turn.Partnership;
        if (!turn.Member.Has(Duties.Coordinate))
        {
            return Refuse(turn, new DutyNeeded(Duties.Coordinate));
        }

        if (ProposalReference.TryParse(subject, CultureInfo.InvariantCulture, out ProposalReference reference))
        {
            return !partnership.Proposals.TryGetValue(reference, out Proposal? proposal) ? Refuse(turn, new NoSuchProposal(reference))
                : partnership.IsPutToGroup(reference.Walk) ? Refuse(turn, new TriageClosed(reference))
                : Ready(turn, proposal);
        }

        if (subject.Length == 0)
        {
            return Waiting(partnership).FirstOrDefault() is { } first ? Ready(turn, first)
                : partnership.Proposals.IsEmpty ? new DialogStart.NotNow(TriageTexts.NothingToAssess)
                : AllAssessed(partnership.Proposals.Values.Last());
        }

        return !WalkNumber.TryParse(subject, CultureInfo.InvariantCulture, out WalkNumber number) ? new DialogStart.NotNow(TriageTexts.NotUnderstood)
            : partnership.FindWalk(number) is null ? Refuse(turn, new NoSuchWalk(number))
            : Waiting(partnership).FirstOrDefault(proposal => proposal.Reference.Walk == number) is { } next ? Ready(turn, next)
            : partnership.ProposalsOf(number).LastOrDefault() is { } last ? AllAssessed(last)
            : new DialogStart.NotNow(TriageTexts.NothingToAssess);
    }

    private static IEnumerable<Proposal> Waiting(Partnership partnership) => partnership.Proposals.Values
        .Where(proposal => proposal.Assessment is null && !partnership.IsPutToGroup(proposal.Reference.Walk));

    private static DialogStart.NotNow Refuse(TurnContext turn, Refusal refusal) => new(RefusalText.For(refusal, turn.Partnership));

    private static DialogStart.NotNow AllAssessed(Proposal last) =>
        new(Word.Fill(TriageTexts.AllAssessed, last.Reference.Walk, last.Reference));

    private static DialogStart.Ready Ready(TurnContext turn, Proposal proposal) => new(
        proposal.Reference.ToString(),
        Word.Fill(
            TriageTexts.Introduction,
            proposal.Reference,
            proposal.Place,
            Word.For(proposal.Category),
            proposal.Problem.TrimEnd('.'),
            proposal.Suggestion.TrimEnd('.')),
        Given(turn.Partnership, proposal));

    /// <summary>What stands now; for a proposal that has no plan, the promise's last day as the day to be done by.</summary>
    private static Answers Given(Partnership partnership, Proposal proposal)
    {
        Answers given = PeriodOf(partnership, proposal.Reference) is { } period
            ? Answers.None.With(Due, DateQuestion.Write(period.Last))
            : Answers.None;
        if (proposal.Assessment is not { } assessment)
        {
            return given;
        }

        given = given.With(Class, assessment.Class.ToString());
        if (assessment.Plan is { } plan)
        {
            given = given.With(Responsible, plan.Responsible).With(Party, plan.Parties.ToString()).With(Due, DateQuestion.Write(plan.Due)).With(Budget, plan.Budget);
        }

        return NoteOf(assessment.Class) is { } note ? given.With(note, assessment.Note) : given;
    }

    private static PromisePeriod? PeriodOf(Partnership partnership, ProposalReference reference) => partnership.PromiseOf(reference.Walk)?.Period;

    private static Question[] Ask(TurnContext turn, string subject)
    {
        DateOnly today = SwedishTime.DayAt(turn.Now);
        PromisePeriod? period = PeriodOf(turn.Partnership, ProposalReference.Parse(subject, CultureInfo.InvariantCulture));
        return
        [
            new ChoiceQuestion(
                Class,
                () => TriageTexts.Class,
                () => TriageTexts.ClassPrompt,
                [.. Enum.GetValues<TriageClass>().Select(assessed => new Choice(assessed.ToString(), Word.For(assessed)))]),
            new TextQuestion(Responsible, () => TriageTexts.Responsible, () => TriageTexts.ResponsiblePrompt, MeasurePlan.LongestResponsible)
            {
                SkipWhen = answers => !Is(answers, TriageClass.Candidate),
                FormHint = () => TriageTexts.WhenCandidate,
            },
            new ChoiceQuestion(
                Party,
                () => TriageTexts.Party,
                () => TriageTexts.PartyPrompt,
                [.. Enum.GetValues<ResponsibleParty>().Select(party => new Choice(party.ToString(), Word.Capital(Word.For(party))))])
            {
                SkipWhen = answers => !Is(answers, TriageClass.Candidate),
                FormHint = () => TriageTexts.WhenCandidate,
            },
            new DateQuestion(Due, () => TriageTexts.Due, () => TriageTexts.DuePrompt)
            {
                Earliest = period?.First > today ? period.First : today,
                Latest = period?.Last,
                SkipWhen = answers => !Is(answers, TriageClass.Candidate),
                FormHint = () => TriageTexts.WhenCandidate,
            },
            new TextQuestion(Budget, () => TriageTexts.Budget, () => TriageTexts.BudgetPrompt, MeasurePlan.LongestBudget)
            {
                IsRequired = false,
                SkipWhen = answers => !Is(answers, TriageClass.Candidate),
                FormHint = () => TriageTexts.WhenCandidate,
            },
            new TextQuestion(FaultNumber, () => TriageTexts.FaultNumber, () => TriageTexts.FaultNumberPrompt, TriageProposal.LongestNote)
            {
                IsRequired = false,
                SkipWhen = answers => !Is(answers, TriageClass.FaultReport),
                FormHint = () => TriageTexts.WhenFaultReport,
            },
            new TextQuestion(SentTo, () => TriageTexts.SentTo, () => TriageTexts.SentToPrompt, TriageProposal.LongestNote)
            {
                SkipWhen = answers => !Is(answers, TriageClass.SomeoneElses),
                FormHint = () => TriageTexts.WhenSomeoneElses,
            },
            new TextQuestion(Why, () => TriageTexts.Why, () => TriageTexts.WhyPrompt, TriageProposal.LongestNote)
            {
                IsRequired = false,
                SkipWhen = answers => !Is(answers, TriageClass.NeedsBudget, TriageClass.AlreadyPlanned),
                FormHint = () => TriageTexts.WhenOther,
            },
        ];
    }

    private static bool Is(Answers answers, params ReadOnlySpan<TriageClass> classes) =>
        Enum.TryParse(answers[Class], out TriageClass assessed) && classes.Contains(assessed);

    private static string? NoteOf(TriageClass assessed) => assessed switch
    {
        TriageClass.FaultReport => FaultNumber,
        TriageClass.SomeoneElses => SentTo,
        TriageClass.NeedsBudget or TriageClass.AlreadyPlanned => Why,
        _ => null,
    };

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        var reference = ProposalReference.Parse(subject, CultureInfo.InvariantCulture);
        bool isFirst = turn.Partnership.Proposals[reference].Assessment is null;
        TriageClass assessed = Enum.Parse<TriageClass>(answers[Class]);
        MeasurePlan? plan = assessed == TriageClass.Candidate
            ? new MeasurePlan(answers[Responsible], Enum.Parse<ResponsibleParty>(answers[Party]), DateQuestion.Parse(answers[Due]), answers[Budget])
            : null;
        var assessment = new Assessment(assessed, plan, NoteOf(assessed) is { } note ? answers[note] : "");
        return Task.FromResult<DialogEnd>(turn.Do(new TriageProposal(reference, assessment)) is { } refusal
            ? new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), QuestionOf(refusal, assessed))
            : Saved(turn.Partnership, reference, assessed, isFirst));
    }

    /// <summary>Says what is left. A first assessment goes on with the walk's next proposal; a changed one stands for itself.</summary>
    private static DialogEnd.Saved Saved(Partnership partnership, ProposalReference reference, TriageClass assessed, bool isFirst)
    {
        Proposal[] waiting = [.. Waiting(partnership).Where(proposal => proposal.Reference.Walk == reference.Walk)];
        string saved = Word.Fill(TriageTexts.Saved, reference, Word.For(assessed));
        string left = waiting.Length switch
        {
            0 => Word.Fill(TriageTexts.NoneLeft, reference.Walk),
            1 => TriageTexts.OneLeft,
            _ => Word.Fill(TriageTexts.ManyLeft, waiting.Length),
        };
        string next = waiting.Length == 0 ? Next(partnership, reference) : "";
        return new DialogEnd.Saved(
            $"{saved} {left} {next}".TrimEnd(),
            isFirst && waiting.Length > 0 ? new NextDialog(Id, waiting[0].Reference.ToString()) : null);
    }

    /// <summary>Says what comes when all of a walk's proposals are assessed.</summary>
    private static string Next(Partnership partnership, ProposalReference last) =>
        !partnership.FindWalk(last.Walk)!.IsCarriedOut
            ? Word.Fill(TriageTexts.CarryOutNext, last.Walk)
            : partnership.ProposalsOf(last.Walk).Count(proposal => proposal.IsCandidate) switch
            {
                0 => Word.Fill(TriageTexts.ChangeNext, last),
                <= PollRules.ChosenPerWalk => Word.Fill(TriageTexts.RecommendNext, last.Walk),
                _ => Word.Fill(TriageTexts.VoteNext, last.Walk),
            };

    private static string? QuestionOf(Refusal refusal, TriageClass assessed) => refusal switch
    {
        DueOutsidePeriod => Due,
        PlanMissing => Responsible,
        TextMissing { Field: TextField.Responsible } or TextTooLong { Field: TextField.Responsible } => Responsible,
        TextTooLong { Field: TextField.Budget } => Budget,
        TextMissing { Field: TextField.TriageNote } or TextTooLong { Field: TextField.TriageNote } => NoteOf(assessed),
        _ => null,
    };
}
