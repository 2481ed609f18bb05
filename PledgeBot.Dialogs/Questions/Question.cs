using PledgeBot.Dialogs.Turns;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Questions;

/// <summary>One question of a dialog: how it is asked, how an answer is read and checked, and how it is shown again.</summary>
/// <param name="id">The question's name in stored state and as the input's id.</param>
/// <param name="label">Its short name, as over an input: "Plats".</param>
/// <param name="prompt">How it is asked in the chat: "Var är det? Skriv platsen så att andra hittar dit."</param>
internal abstract class Question(string id, Func<string> label, Func<string> prompt)
{
    /// <summary>Gets the question's name in stored state and as the input's id.</summary>
    public string Id => id;

    /// <summary>Gets its short name.</summary>
    public string Label => label();

    /// <summary>Gets how it is asked in the chat.</summary>
    public string Prompt => prompt();

    /// <summary>Gets whether an answer is needed.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>Gets when the question is left out because of earlier answers; nothing for never.</summary>
    public Func<Answers, bool>? SkipWhen { get; init; }

    /// <summary>Gets what a form says above the question: when it is to be filled in, or something worth knowing; empty for nothing.</summary>
    public Func<string> FormHint { get; init; } = () => "";

    /// <summary>Gets whether a number typed means the choice at that place in the list, so that a step numbers them.</summary>
    public virtual bool NumbersChoices => true;

    /// <summary>Gets whether a form can ask it; a photo can only be sent in the chat. If not, the form shows only the hint.</summary>
    public virtual bool FitsForm => true;

    /// <summary>Gets how to answer, for the help in the middle of a dialog.</summary>
    public abstract string HowTo { get; }

    /// <summary>Reads what was typed or filled in. A canonical answer is understood as itself, unless it is a photo.</summary>
    /// <param name="typed">The text; trimmed, not empty.</param>
    /// <param name="turn">The turn, for the present day and the like.</param>
    public abstract AnswerReading Read(string typed, TurnContext turn);

    /// <summary>Shows a canonical answer as people write it.</summary>
    public abstract string Show(string answer);

    /// <summary>Draws the input for a form or a step, without its id and label; nothing when no input can take the answer.</summary>
    /// <param name="answer">The answer that stands, canonical or as it was filled in; empty for none.</param>
    public abstract CardInput? Input(string answer);
}

/// <summary>What became of reading an answer.</summary>
internal abstract record AnswerReading
{
    private AnswerReading()
    {
    }

    /// <summary>It was understood.</summary>
    /// <param name="Answer">The canonical text.</param>
    internal sealed record Understood(string Answer) : AnswerReading;

    /// <summary>It was not.</summary>
    /// <param name="Sentence">What is wrong, and how to answer.</param>
    internal sealed record Wrong(string Sentence) : AnswerReading;
}
