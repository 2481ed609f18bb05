using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Dialogs.VotingRules;

/// <summary>The dialog that changes the rules of coming polls. It has no subject.</summary>
internal static class RulesDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "poll-rules";

    /// <summary>The name of the question how many to choose.</summary>
    public const string Picks = "rule";

    /// <summary>The name of the question whether the poll is open or secret.</summary>
    public const string Kind = "kind";

    private const string Exactly = "exactly";
    private const string AtMost = "atmost";
    private const string Open = "open";
    private const string Secret = "secret";
    private const string Abstain = "abstain";
    private const string Share = "share";
    private const string Both = "both";
    private const string Extension = "extension";
    private const string RunOff = "runOff";
    private const string Resort = "resort";
    private const string Chair = "chair";
    private const string Names = "names";
    private const string Yes = "yes";
    private const string No = "no";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => RuleTexts.RulesTitle, Start, (turn, _) => Ask(turn), SaveAsync)
    {
        Phrase = () => RuleTexts.CommandChangeRules.Split('|')[0],
    };

    /// <summary>Asks how many to choose.</summary>
    public static ChoiceQuestion AskPicks() => new(
        Picks,
        () => RuleTexts.Picks,
        () => RuleTexts.PicksPrompt,
        [new Choice(AtMost, RuleTexts.PicksAtMost), new Choice(Exactly, RuleTexts.PicksExactly)])
    {
        FormHint = () => RuleTexts.PicksHint,
    };

    /// <summary>Asks whether the poll is open or secret.</summary>
    public static ChoiceQuestion AskKind() => new(
        Kind,
        () => RuleTexts.Kind,
        () => RuleTexts.KindPrompt,
        [new Choice(Open, RuleTexts.KindOpen), new Choice(Secret, RuleTexts.KindSecret)])
    {
        FormHint = () => RuleTexts.KindHint,
    };

    /// <summary>Gets answers to the two questions that are asked of each poll too, as some rules have them.</summary>
    public static Answers GivenPicksAndKind(PollRules rules) =>
        Answers.None.With(Picks, rules.Exactly ? Exactly : AtMost).With(Kind, rules.IsSecret ? Secret : Open);

    /// <summary>Gets some rules with what was answered to the two questions that are asked of each poll too.</summary>
    public static PollRules ReadPicksAndKind(PollRules rules, Answers answers) =>
        rules with { Exactly = answers[Picks] == Exactly, IsSecret = answers[Kind] == Secret };

    /// <summary>Gets the rules that coming polls begin with, each with its name and its words.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(TurnContext turn)
    {
        Answers given = Given(turn.Partnership.PollRules);
        return new DialogSteps(Ask(turn)).Asked(given).Select(question => (question.Label, question.Show(given[question.Id])));
    }

    private static DialogStart Start(TurnContext turn, string subject) => turn.Member.Has(Duties.Coordinate)
        ? new DialogStart.Ready("", RuleTexts.RulesIntroduction, Given(turn.Partnership.PollRules))
        : new DialogStart.NotNow(RefusalText.For(new DutyNeeded(Duties.Coordinate), turn.Partnership));

    private static Answers Given(PollRules rules)
    {
        Answers given = GivenPicksAndKind(rules)
            .With(Abstain, YesOrNo(rules.MayAbstain))
            .With(Share, rules.Share.ToString())
            .With(Both, YesOrNo(rules.BothParties))
            .With(Extension, Number(rules.ExtensionDays))
            .With(RunOff, Number(rules.RunOffDays))
            .With(Resort, rules.LastResort.ToString())
            .With(Names, YesOrNo(rules.NamesInRecord));
        return rules.Chair is { } chair ? given.With(Chair, chair.ToString()) : given;
    }

    private static Question[] Ask(TurnContext turn) =>
    [
        AskPicks(),
        AskYesOrNo(Abstain, () => RuleTexts.Abstain, () => RuleTexts.AbstainPrompt, () => RuleTexts.Yes, () => RuleTexts.No),
        AskKind(),
        new ChoiceQuestion(
            Share,
            () => RuleTexts.Share,
            () => RuleTexts.SharePrompt,
            [
                new Choice(nameof(QuorumShare.MoreThanHalf), RuleTexts.ShareMoreThanHalf),
                new Choice(nameof(QuorumShare.TwoThirds), RuleTexts.ShareTwoThirds),
                new Choice(nameof(QuorumShare.Everybody), RuleTexts.ShareEverybody),
            ]),
        AskYesOrNo(Both, () => RuleTexts.Both, () => RuleTexts.BothPrompt, () => RuleTexts.Yes, () => RuleTexts.No),
        new WorkingDaysQuestion(Extension, () => RuleTexts.Extension, () => RuleTexts.ExtensionPrompt, least: 0)
        {
            FormHint = () => RuleTexts.ExtensionHint,
        },
        new WorkingDaysQuestion(RunOff, () => RuleTexts.RunOff, () => RuleTexts.RunOffPrompt, least: 1)
        {
            FormHint = () => RuleTexts.RunOffHint,
        },
        new ChoiceQuestion(
            Resort,
            () => RuleTexts.Resort,
            () => RuleTexts.ResortPrompt,
            [
                new Choice(nameof(LastResort.Agreement), RuleTexts.ResortAgreement),
                new Choice(nameof(LastResort.CastingVote), RuleTexts.ResortCastingVote),
                new Choice(nameof(LastResort.Lots), RuleTexts.ResortLots),
            ]),
        new ChoiceQuestion(Chair, () => RuleTexts.Chair, () => RuleTexts.ChairPrompt, ChairsOf(turn))
        {
            SkipWhen = answers => answers[Resort] != nameof(LastResort.CastingVote),
            FormHint = () => RuleTexts.ChairHint,
        },
        AskYesOrNo(Names, () => RuleTexts.Names, () => RuleTexts.NamesPrompt, () => RuleTexts.NamesYes, () => RuleTexts.NamesNo),
    ];

    private static ChoiceQuestion AskYesOrNo(string id, Func<string> label, Func<string> prompt, Func<string> yes, Func<string> no) =>
        new(id, label, prompt, [new Choice(Yes, yes()), new Choice(No, no())]);

    /// <summary>Gets who can be the chair: those entitled to vote, and the chair there is.</summary>
    private static Choice[] ChairsOf(TurnContext turn) =>
    [
        .. turn.Partnership.Members
            .Where(member => member.Has(Duties.Vote) || member.Id == turn.Partnership.PollRules.Chair)
            .Select(member => MemberChoice.Of(turn, member)),
    ];

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken) =>
        Task.FromResult<DialogEnd>(turn.Do(new SetPollRules(Read(answers))) is { } refusal
            ? new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), refusal is ChairNeeded ? Chair : null)
            : new DialogEnd.Saved(RuleTexts.RulesSaved));

    private static PollRules Read(Answers answers) => ReadPicksAndKind(PollRules.Usual, answers) with
    {
        MayAbstain = answers[Abstain] == Yes,
        Share = Enum.Parse<QuorumShare>(answers[Share]),
        BothParties = answers[Both] == Yes,
        ExtensionDays = CountQuestion.Parse(answers[Extension]),
        RunOffDays = CountQuestion.Parse(answers[RunOff]),
        LastResort = Enum.Parse<LastResort>(answers[Resort]),
        Chair = answers[Chair] is { Length: > 0 } chair ? MemberId.Parse(chair, CultureInfo.InvariantCulture) : null,
        NamesInRecord = answers[Names] == Yes,
    };

    private static string YesOrNo(bool isYes) => isYes ? Yes : No;

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
