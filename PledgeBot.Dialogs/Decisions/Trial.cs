using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Dialogs.Decisions;

/// <summary>Asks the rules themselves what stands in the way, before anybody fills in a form.</summary>
internal static class Trial
{
    /// <summary>Stands for a text that is yet to be written, so that no trial is refused for want of one.</summary>
    public const string Text = "–";

    /// <summary>Gets why a command would be refused; nothing if it would be accepted. Nothing changes.</summary>
    public static Refusal? Of(TurnContext turn, Command command) =>
        (turn.Partnership.Decide(command, new Moment(turn.Member.Id, turn.Now)) as Decision.Refused)?.Reason;
}
