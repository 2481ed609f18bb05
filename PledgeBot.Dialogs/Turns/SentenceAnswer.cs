using PledgeBot.Dialogs.Words;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Turns;

/// <summary>Answers any kind of request with a sentence, which is shown without markdown.</summary>
internal static class SentenceAnswer
{
    /// <summary>Gets the answer; nothing for a request that the bot does not know.</summary>
    public static InvokeResponse? To(Activity activity, string sentence) => activity.Name switch
    {
        InvokeNames.AdaptiveCardAction => CardActionAnswer.Message(Word.WithoutMarks(sentence)),
        InvokeNames.TaskFetch or InvokeNames.TaskSubmit or InvokeNames.ComposeFetchTask or InvokeNames.ComposeSubmitAction =>
            TaskAnswer.Message(Word.WithoutMarks(sentence)),
        InvokeNames.ComposeQuery => ComposeAnswer.Message(Word.WithoutMarks(sentence)),
        _ => null,
    };
}
