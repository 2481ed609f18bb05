using System.Text.Json;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Photos;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Walks;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Proposals;

/// <summary>The proposals: making one, showing it, and giving it a photo.</summary>
internal sealed class ProposalFeature(GuidedDialogs dialogs, IPartnershipRecords records) : Feature
{
    /// <summary>The verb of the button that lists a walk's proposals.</summary>
    public const string ListVerb = "proposal.list";

    /// <summary>The verb of the button that shows a proposal.</summary>
    public const string ShowVerb = "proposal.show";

    /// <summary>The name of the walk in a button's data.</summary>
    public const string WalkField = "walk";

    /// <summary>The name of the proposal in a button's data, and the id of the input that chooses it.</summary>
    public const string ProposalField = "proposal";

    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands =>
    [
        new(() => ProposalTexts.CommandNew, () => ProposalTexts.CommandNewHelp, StartAsync) { Argument = () => ProposalTexts.CommandNewArgument },
        new(() => ProposalTexts.CommandShow, () => ProposalTexts.CommandShowHelp, ShowAsync) { Argument = () => ProposalTexts.Argument },
        new(() => ProposalTexts.CommandPhoto, () => ProposalTexts.CommandPhotoHelp, AddPhotoAsync) { Argument = () => ProposalTexts.Argument },
    ];

    /// <inheritdoc/>
    public override IEnumerable<CardVerb> Verbs => [new(ListVerb, PressListAsync), new(ShowVerb, PressShowAsync)];

    /// <inheritdoc/>
    public override IEnumerable<GuidedDialog> Dialogs => [ProposalDialog.Dialog, PhotoDialog.Dialog];

    private Task StartAsync(TurnContext turn, string typed, CancellationToken cancellationToken) =>
        dialogs.StartAsync(turn, ProposalDialog.Id, typed, cancellationToken);

    private async Task ShowAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        // "visa förslag" and "visa förslag V1" mean the walk's proposals.
        if (typed.Length == 0 || WalkNumber.TryParse(typed, null, out _))
        {
            SayOrShow(turn, WalkReading.Read(typed, turn.Partnership, walks => walks.LastOrDefault(), WalkTexts.NoWalks) switch
            {
                WalkReading.Found found => ListOf(turn, found.Walk),
                WalkReading.None none => new VerbAnswer.Message(none.Sentence),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
            return;
        }

        switch (ProposalReading.Read(typed, turn.Partnership))
        {
            case ProposalReading.Found found:
                DrawnCard drawn = await DrawAsync(turn, found.Proposal, cancellationToken);
                turn.Show(drawn.Card, drawn.Summary);
                break;
            case ProposalReading.None none:
                turn.Say(none.Sentence);
                break;
        }
    }

    private async Task AddPhotoAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        // Which proposal it is about is settled first, so that no picture is kept in vain.
        if (turn.Photo is PhotoSent.None || ProposalReading.Read(typed, turn.Partnership) is not ProposalReading.Found found)
        {
            await dialogs.StartAsync(turn, PhotoDialog.Id, typed, cancellationToken);
            return;
        }

        switch (PhotoIntake.Receive(turn))
        {
            case PhotoReceived.Kept kept:
                turn.Say(PhotoDialog.Save(turn, found.Proposal.Reference, kept.Photo) switch
                {
                    DialogEnd.Saved saved => $"{saved.Sentence} {kept.Note}".TrimEnd(),
                    DialogEnd.Refused refused => refused.Sentence,
                    _ => throw new System.Diagnostics.UnreachableException(),
                });
                break;
            case PhotoReceived.Refused refused:
                turn.Say(refused.Sentence);
                break;
        }
    }

    private static Task<VerbAnswer?> PressListAsync(TurnContext turn, JsonElement data, CancellationToken cancellationToken) =>
        Task.FromResult<VerbAnswer?>(CardData.Text(data, WalkField) is not { Length: > 0 } walk
            ? null
            : WalkReading.Read(walk, turn.Partnership, _ => null, WalkTexts.NotAWalk) switch
            {
                WalkReading.Found found => ListOf(turn, found.Walk),
                WalkReading.None none => new VerbAnswer.Message(none.Sentence),
                _ => throw new System.Diagnostics.UnreachableException(),
            });

    private async Task<VerbAnswer?> PressShowAsync(TurnContext turn, JsonElement data, CancellationToken cancellationToken)
    {
        if (CardData.Text(data, ProposalField) is not { Length: > 0 } chosen)
        {
            return new VerbAnswer.Message(ProposalTexts.ListMissing);
        }

        switch (ProposalReading.Read(chosen, turn.Partnership))
        {
            case ProposalReading.Found found:
                DrawnCard drawn = await DrawAsync(turn, found.Proposal, cancellationToken);
                return new VerbAnswer.Card(drawn.Card, drawn.Summary);
            case ProposalReading.None none:
                return new VerbAnswer.Message(none.Sentence);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static VerbAnswer ListOf(TurnContext turn, Walk walk)
    {
        Proposal[] proposals = [.. turn.Partnership.ProposalsOf(walk.Number)];
        if (proposals.Length == 0)
        {
            return new VerbAnswer.Message(Word.Fill(ProposalTexts.ListEmpty, walk.Number));
        }

        DrawnCard drawn = ProposalCard.DrawList(walk, proposals);
        return new VerbAnswer.Card(drawn.Card, drawn.Summary);
    }

    private static void SayOrShow(TurnContext turn, VerbAnswer answer)
    {
        switch (answer)
        {
            case VerbAnswer.Card card:
                turn.Show(card.Shown, card.Summary);
                break;
            case VerbAnswer.Message message:
                turn.Say(message.Text);
                break;
        }
    }

    private async Task<DrawnCard> DrawAsync(TurnContext turn, Proposal proposal, CancellationToken cancellationToken)
    {
        Photo? photo = proposal.Photo is { } id ? await records.FindPhotoAsync(turn.Place.Partnership, id, cancellationToken) : null;
        return ProposalCard.Draw(proposal, turn.Partnership, turn.Member, photo);
    }
}
