using System.Collections.Immutable;

namespace PledgeBot.Dialogs.Questions;

/// <summary>The answers of a dialog so far, each as its question's canonical text; a skipped question has an empty one.</summary>
internal sealed record Answers(ImmutableDictionary<string, string> ByQuestion)
{
    /// <summary>Gets no answers.</summary>
    public static Answers None { get; } = new(ImmutableDictionary<string, string>.Empty);

    /// <summary>Gets the answer to a question; empty if it was skipped or not yet answered.</summary>
    public string this[string question] => ByQuestion.GetValueOrDefault(question, "");

    /// <summary>Tells whether a question has been answered or skipped.</summary>
    public bool Has(string question) => ByQuestion.ContainsKey(question);

    /// <summary>Gets the answers with one more, or with another one in its place.</summary>
    public Answers With(string question, string answer) => new(ByQuestion.SetItem(question, answer));
}
