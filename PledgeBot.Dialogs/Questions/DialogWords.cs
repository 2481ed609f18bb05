using System.Text.RegularExpressions;

namespace PledgeBot.Dialogs.Questions;

/// <summary>Recognises the words that mean the same at every step, in the reader's language.</summary>
internal static partial class DialogWords
{
    /// <summary>Reads a word; nothing if the text is something else.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="named">What follows <see cref="DialogWord.Change"/>; otherwise empty.</param>
    public static DialogWord? Read(string text, out string named)
    {
        named = "";
        string typed = Plain(text);
        foreach ((DialogWord word, string phrases) in Known())
        {
            foreach (string phrase in phrases.Split('|'))
            {
                if (typed == phrase)
                {
                    return word;
                }

                if (word == DialogWord.Change && typed.StartsWith(phrase + ' ', StringComparison.Ordinal))
                {
                    named = typed[(phrase.Length + 1)..];
                    return word;
                }
            }
        }

        return null;
    }

    /// <summary>Tells whether a text says yes to the question whether the answers are right.</summary>
    public static bool IsYes(string text) => QuestionTexts.WordsYes.Split('|').Contains(Plain(text), StringComparer.Ordinal);

    private static string Plain(string text) => Spaces().Replace(text.Trim(), " ").TrimEnd('.', '!').ToLowerInvariant();

    private static IEnumerable<(DialogWord Word, string Phrases)> Known() =>
    [
        (DialogWord.Next, QuestionTexts.WordsNext),
        (DialogWord.Back, QuestionTexts.WordsBack),
        (DialogWord.Skip, QuestionTexts.WordsSkip),
        (DialogWord.Cancel, QuestionTexts.WordsCancel),
        (DialogWord.Help, QuestionTexts.WordsHelp),
        (DialogWord.Save, QuestionTexts.WordsSave),
        (DialogWord.Change, QuestionTexts.WordsChange),
    ];

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
