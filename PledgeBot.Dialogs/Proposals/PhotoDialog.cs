using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Dialogs.Proposals;

/// <summary>The dialog that asks for a proposal's photo. The subject is the reference; not named, it is asked for.</summary>
internal static class PhotoDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "photo";

    private const string About = "proposal";
    private const string Picture = "photo";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => ProposalTexts.PhotoTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => ProposalTexts.CommandPhoto.Split('|')[0],
    };

    /// <summary>Gives a proposal its photo.</summary>
    public static DialogEnd Save(TurnContext turn, ProposalReference reference, PhotoId photo) =>
        turn.Do(new AddProposalPhoto(reference, photo)) is { } refusal
            ? new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership))
            : new DialogEnd.Saved(Word.Fill(ProposalTexts.PhotoSaved, reference));

    private static DialogStart Start(TurnContext turn, string subject) => subject.Length == 0 ? StartWithoutReference(turn) : ProposalReading.Read(subject, turn.Partnership) switch
    {
        ProposalReading.Found { Proposal: var proposal } => new DialogStart.Ready(
            proposal.Reference.ToString(), Word.Fill(ProposalTexts.PhotoIntroduction, proposal.Reference, proposal.Place), Answers.None),
        ProposalReading.None none => new DialogStart.NotNow(none.Sentence),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static DialogStart StartWithoutReference(TurnContext turn) => turn.Partnership.Proposals.IsEmpty
        ? new DialogStart.NotNow(ProposalTexts.PhotoNoProposal)
        : new DialogStart.Ready("", Introduction: "", Answers.None);

    private static Question[] Ask(TurnContext turn, string subject) =>
    [
        .. subject.Length == 0
            ? (Question[])[new ProposalQuestion(About, () => ProposalTexts.PhotoAbout, () => ProposalTexts.PhotoWhich, turn.Partnership)]
            : [],
        new PhotoQuestion(Picture, () => ProposalTexts.Photo, () => ProposalTexts.PhotoAskPrompt),
    ];

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken) =>
        Task.FromResult(Save(
            turn,
            ProposalReference.Parse(subject.Length == 0 ? answers[About] : subject, CultureInfo.InvariantCulture),
            PhotoId.Parse(answers[Picture], CultureInfo.InvariantCulture)));
}
