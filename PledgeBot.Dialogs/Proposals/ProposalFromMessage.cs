using System.Collections.Immutable;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Proposals;

/// <summary>The message extension's action on a message: the form of a new proposal, with what the message says filled in.</summary>
internal sealed class ProposalFromMessage(FormDialogs forms)
{
    /// <summary>The action's name in the manifest.</summary>
    public const string Command = "makeProposal";

    /// <summary>Opens the form, or saves it as any other form.</summary>
    public async Task<InvokeResponse> AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (!ComposeAction.TryRead(turn.Activity, out ComposeAction? action))
        {
            return InvokeResponse.BadRequest;
        }

        return action.CommandId is not (null or Command) ? TaskAnswer.Message(ProposalTexts.UnknownAction)
            : action.IsSubmit ? await forms.SubmitAsync(turn, action.Data, cancellationToken)
            : Open(turn, action.Message ?? new SourceMessage("", HasPicture: false));
    }

    private InvokeResponse Open(TurnContext turn, SourceMessage message)
    {
        ImmutableArray<Walk> walks = ProposalDialog.WalksThatTakeProposals(turn.Partnership);
        string text = message.Text.ReplaceLineEndings(" ");
        return forms.Open(
            turn,
            ProposalDialog.Id,
            walks.Length > 1 ? ProposalDialog.AnyWalk : "",
            Answers.None.With(ProposalDialog.Problem, Clipped.To(text, RegisterProposal.LongestProblem)),
            NoticeOf(text, message.HasPicture));
    }

    private static string NoticeOf(string text, bool hasPicture)
    {
        string notice = text.Length == 0 ? ProposalTexts.FromMessageNoText
            : text.Length > RegisterProposal.LongestProblem ? Word.Fill(ProposalTexts.FromMessageShortened, RegisterProposal.LongestProblem)
            : ProposalTexts.FromMessage;
        return hasPicture ? $"{notice} {ProposalTexts.FromMessagePicture}" : notice;
    }
}
