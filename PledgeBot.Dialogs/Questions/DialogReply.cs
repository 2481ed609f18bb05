using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Questions;

/// <summary>What a move in a dialog is answered with.</summary>
/// <param name="Card">The card of the step, of the check of the answers, or of the end.</param>
/// <param name="Summary">What a notification and a screen reader say of it.</param>
/// <param name="Ended">What was said at the end; nothing while the dialog goes on.</param>
internal sealed record DialogReply(AdaptiveCard Card, string Summary, string? Ended = null);
