using PledgeBot.Dialogs.Turns;

namespace PledgeBot.Dialogs.Questions;

/// <summary>A dialog with a member: questions in order, and what their answers are for. Declared once, answered as one form, step by step, or typed.</summary>
/// <param name="Id">The dialog's name in stored state and on buttons.</param>
/// <param name="Title">What it is called, over the form and the check of the answers.</param>
/// <param name="Start">
/// Looks whether it can begin about the given subject (a walk's number, a reference, or empty), and if not says why and what
/// to do instead. It is asked again before saving, since things change meanwhile.
/// </param>
/// <param name="Questions">
/// Gets the questions about the subject as it was settled, in order; their choices and bounds come from the present state.
/// </param>
/// <param name="SaveAsync">
/// Does what the answers are for. Questions that the other answers skip have no answer here, whatever was answered before.
/// </param>
internal sealed record GuidedDialog(
    string Id,
    Func<string> Title,
    Func<TurnContext, string, DialogStart> Start,
    Func<TurnContext, string, IReadOnlyList<Question>> Questions,
    Func<TurnContext, string, Answers, CancellationToken, Task<DialogEnd>> SaveAsync)
{
    /// <summary>Reads into the turn what the questions need and the partnership's state does not hold; asked before anything else in each turn.</summary>
    public Func<TurnContext, CancellationToken, Task> PrepareAsync { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Gets what a member writes in the personal chat to answer step by step; empty when nothing starts it there.</summary>
    public Func<string> Phrase { get; init; } = () => "";
}

/// <summary>Whether a dialog can begin.</summary>
internal abstract record DialogStart
{
    private DialogStart()
    {
    }

    /// <summary>It can.</summary>
    /// <param name="Subject">The subject, settled: for example the only walk there is when none was named.</param>
    /// <param name="Introduction">A line above the first question that says what it is about; may be empty.</param>
    /// <param name="Given">Answers known from the start, as defaults or as what stands now.</param>
    internal sealed record Ready(string Subject, string Introduction, Answers Given) : DialogStart
    {
        /// <summary>Gets what a member writes after the dialog's phrase to say the subject: the subject itself, unless that is no word of members.</summary>
        public string Written { get; init; } = Subject;
    }

    /// <summary>It cannot.</summary>
    /// <param name="Sentence">Why, and what to do instead.</param>
    internal sealed record NotNow(string Sentence) : DialogStart;
}

/// <summary>How saving went.</summary>
internal abstract record DialogEnd
{
    private DialogEnd()
    {
    }

    /// <summary>It is saved.</summary>
    /// <param name="Sentence">What was saved, with its reference, and what happens next.</param>
    /// <param name="Next">A dialog that follows by itself, as the next proposal to assess; nothing for none.</param>
    internal sealed record Saved(string Sentence, NextDialog? Next = null) : DialogEnd
    {
        /// <summary>Gets what more to say after a form, such as how to add what it could not take; empty for nothing.</summary>
        public string FormNote { get; init; } = "";
    }

    /// <summary>It was refused; the answers are kept.</summary>
    /// <param name="Sentence">Why, and what to do.</param>
    /// <param name="Question">The question whose answer is to be changed, if it is one.</param>
    internal sealed record Refused(string Sentence, string? Question = null) : DialogEnd;
}

/// <summary>A dialog that follows another.</summary>
/// <param name="Dialog">Its name.</param>
/// <param name="Subject">What it is about.</param>
internal sealed record NextDialog(string Dialog, string Subject);
