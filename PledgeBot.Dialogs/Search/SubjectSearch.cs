using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Search;

/// <summary>Answers the message extension's search: walks, proposals and measures, to be inserted in a message.</summary>
internal sealed class SubjectSearch(TimeProvider time)
{
    /// <summary>The search's name in the manifest.</summary>
    public const string Command = "search";

    /// <summary>The name of what is searched for in the manifest.</summary>
    public const string Text = "text";

    /// <summary>Answers a search from the state alone, without a turn: there is nothing to keep.</summary>
    /// <param name="activity">What came in: a query.</param>
    /// <param name="partnership">The asker's partnership.</param>
    public InvokeResponse Answer(Activity activity, Partnership partnership)
    {
        if (!ComposeQuery.TryRead(activity, out ComposeQuery? query))
        {
            return InvokeResponse.BadRequest;
        }

        return query.CommandId is null or Command
            ? Answer(query, partnership)
            : ComposeAnswer.Message(SearchTexts.UnknownCommand);
    }

    /// <summary>
    /// Answers what the message extension asks about things that the bot does not have, whoever asks: settings, and links to
    /// show something of. Nothing if it is something else.
    /// </summary>
    public static InvokeResponse? AnswerWithoutLooking(Activity activity) => activity.Name switch
    {
        InvokeNames.ComposeSetting or InvokeNames.ComposeCardButtonClicked => InvokeResponse.Ok,
        InvokeNames.ComposeQueryLink or InvokeNames.ComposeAnonymousQueryLink or InvokeNames.ComposeSelectItem => ComposeAnswer.Result([]),
        InvokeNames.ComposeQuerySettingUrl => ComposeAnswer.Message(SearchTexts.NoSettings),
        _ => null,
    };

    private InvokeResponse Answer(ComposeQuery query, Partnership partnership)
    {
        string text = query.IsInitialRun ? "" : query.Parameters.GetValueOrDefault(Text, "").Trim();
        var words = SearchWords.Of(text);
        bool asksForNothing = words.IsEmpty && text.Length > 0;
        IReadOnlyList<Findable> found = asksForNothing ? [] : new Findables(partnership, time.GetUtcNow()).Search(words);

        // A client that pages on past the end has shown all there is; a sentence would hide it.
        return found.Count > 0 || query.Skip > 0 ? ComposeAnswer.Result(found.Skip(query.Skip).Take(query.Count).Select(findable => findable.Show()))
            : text.Length == 0 ? ComposeAnswer.Message(SearchTexts.Nothing)
            : ComposeAnswer.Message(Word.Fill(SearchTexts.NoHit, CommandRouter.Echo(text)));
    }
}
