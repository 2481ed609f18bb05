using System.Collections.Immutable;
using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Walks;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Proposals;

/// <summary>
/// The dialog that registers a proposal. The subject is the walk; not named, the latest one that takes proposals;
/// <see cref="AnyWalk"/> makes the walk a question.
/// </summary>
internal static class ProposalDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "proposal";

    /// <summary>The subject when it is to be asked which walk the proposal is from.</summary>
    public const string AnyWalk = "?";

    /// <summary>The name of the question what the problem is.</summary>
    public const string Problem = "problem";

    // A form stays short: a proposal from a walk longer ago than that is made on the walk's own card.
    private const int MostWalksToChoose = 20;

    private const string FromWalk = "walk";
    private const string Place = "place";
    private const string About = "category";
    private const string Suggestion = "suggestion";
    private const string Picture = "photo";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => ProposalTexts.Title, Start, Ask, SaveAsync)
    {
        Phrase = () => ProposalTexts.CommandNew.Split('|')[0],
    };

    /// <summary>Gets the walks that take proposals, the newest first.</summary>
    public static ImmutableArray<Walk> WalksThatTakeProposals(Partnership partnership) =>
        [.. partnership.Walks.Where(walk => !partnership.IsPutToGroup(walk.Number)).Reverse().Take(MostWalksToChoose)];

    private static DialogStart Start(TurnContext turn, string subject)
    {
        Partnership partnership = turn.Partnership;
        if (subject == AnyWalk)
        {
            return WalksThatTakeProposals(partnership).Length == 0
                ? new DialogStart.NotNow(ProposalTexts.NoWalk)
                : new DialogStart.Ready(AnyWalk, ProposalTexts.IntroductionAnyWalk, Answers.None);
        }

        var reading = WalkReading.Read(
            subject, partnership, walks => walks.LastOrDefault(walk => !partnership.IsPutToGroup(walk.Number)), ProposalTexts.NoWalk);
        return reading switch
        {
            WalkReading.Found { Walk: var walk } when partnership.IsPutToGroup(walk.Number) =>
                new DialogStart.NotNow(RefusalText.For(new ProposalsClosed(walk.Number), partnership)),
            WalkReading.Found { Walk: var walk } => new DialogStart.Ready(
                walk.Number.ToString(), Word.Fill(ProposalTexts.Introduction, walk.Number, walk.Locality), Answers.None),
            WalkReading.None none => new DialogStart.NotNow(none.Sentence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Question[] Ask(TurnContext turn, string subject) =>
    [
        .. subject == AnyWalk ? (Question[])[AskForWalk(turn.Partnership)] : [],
        new TextQuestion(Place, () => ProposalTexts.Place, () => ProposalTexts.PlacePrompt, RegisterProposal.LongestPlace),
        new ChoiceQuestion(
            About,
            () => ProposalTexts.Category,
            () => ProposalTexts.CategoryPrompt,
            [.. Enum.GetValues<Category>().Select(category => new Choice(category.ToString(), Word.For(category)))]),
        new TextQuestion(Problem, () => ProposalTexts.Problem, () => ProposalTexts.ProblemPrompt, RegisterProposal.LongestProblem),
        new TextQuestion(Suggestion, () => ProposalTexts.Suggestion, () => ProposalTexts.SuggestionPrompt, RegisterProposal.LongestSuggestion),
        new PhotoQuestion(Picture, () => ProposalTexts.Photo, () => ProposalTexts.PhotoPrompt)
        {
            IsRequired = false,
            FormHint = () => ProposalTexts.PhotoFormHint,
        },
    ];

    private static ChoiceQuestion AskForWalk(Partnership partnership) => new(
        FromWalk,
        () => ProposalTexts.FactWalk,
        () => ProposalTexts.WalkPrompt,
        [
            .. WalksThatTakeProposals(partnership).Select(walk =>
                new Choice(walk.Number.ToString(), Word.Fill(ProposalTexts.FactWalkValue, walk.Number, walk.Locality))),
        ]);

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        var walk = WalkNumber.Parse(subject == AnyWalk ? answers[FromWalk] : subject, CultureInfo.InvariantCulture);
        PhotoId? photo = answers[Picture].Length == 0 ? null : PhotoId.Parse(answers[Picture], CultureInfo.InvariantCulture);
        var command = new RegisterProposal(
            walk, answers[Place], Enum.Parse<Category>(answers[About]), answers[Problem], answers[Suggestion], photo);
        if (turn.Do(command) is { } refusal)
        {
            return Task.FromResult<DialogEnd>(new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), QuestionOf(refusal)));
        }

        ProposalReference reference = turn.Partnership.ProposalsOf(walk).Last().Reference;
        return Task.FromResult<DialogEnd>(new DialogEnd.Saved(Word.Fill(ProposalTexts.Saved, reference))
        {
            FormNote = Word.Fill(ProposalTexts.PhotoNote, reference),
        });
    }

    private static string? QuestionOf(Refusal refusal) => refusal switch
    {
        TextMissing { Field: TextField.Place } or TextTooLong { Field: TextField.Place } => Place,
        TextMissing { Field: TextField.Problem } or TextTooLong { Field: TextField.Problem } => Problem,
        TextMissing { Field: TextField.Suggestion } or TextTooLong { Field: TextField.Suggestion } => Suggestion,
        _ => null,
    };
}
