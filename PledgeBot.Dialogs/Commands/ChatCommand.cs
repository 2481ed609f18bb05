using PledgeBot.Dialogs.Turns;

namespace PledgeBot.Dialogs.Commands;

/// <summary>Something a member can write to the bot.</summary>
/// <param name="Phrases">The ways to write it, separated by <c>|</c>, the one that is taught first; from the resource files.</param>
/// <param name="Description">What it does, for the help; nothing keeps it out of the help.</param>
/// <param name="RunAsync">Does it. The text is what follows the phrase, trimmed, perhaps empty.</param>
internal sealed record ChatCommand(
    Func<string> Phrases,
    Func<string>? Description,
    Func<TurnContext, string, CancellationToken, Task> RunAsync)
{
    /// <summary>Gets how the argument looks in the help, for example <c>V1-03</c>; empty when there is none.</summary>
    public Func<string> Argument { get; init; } = () => "";

    /// <summary>
    /// Gets whether it is said to be polite rather than to get something done: then it is no command in the middle of a dialog, where
    /// the same words can be an answer, and a slip of the pen does not matter.
    /// </summary>
    public bool IsSmallTalk { get; init; }

    /// <summary>
    /// Gets whether it takes nothing after it, so that in the middle of a dialog more words make it an answer: "löftet" is a command, "Löfte
    /// 2026" the name of one.
    /// </summary>
    public bool StandsAlone { get; init; }

    /// <summary>
    /// Gets whether its words alone are an answer in the middle of a dialog, and a command there only with something after them:
    /// "utslagsröst V1" is a command, "utslagsröst" a rule to choose.
    /// </summary>
    public bool IsAnswerAlone { get; init; }

    /// <summary>
    /// Gets whether a text is what the help teaches after it, beside numbers and references: then it is a command also in the middle of a
    /// dialog. Without it no other text is.
    /// </summary>
    public Func<string, bool> Teaches { get; init; } = _ => false;

    /// <summary>Gets the way that is taught.</summary>
    public string Phrase => AllPhrases[0];

    /// <summary>Gets all the ways to write it.</summary>
    public string[] AllPhrases => Phrases().Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
