using System.Text.Json;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Commands;

/// <summary>Something a button on a card does.</summary>
/// <param name="Verb">The name that the button sends back.</param>
/// <param name="RunAsync">
/// Does it. The data comes from the client: every identifier in it is a claim, checked against the records. Data of a wrong
/// shape gives nothing, which is answered with a sentence.
/// </param>
internal sealed record CardVerb(string Verb, Func<TurnContext, JsonElement, CancellationToken, Task<VerbAnswer?>> RunAsync);

/// <summary>What the presser of a button gets back.</summary>
internal abstract record VerbAnswer
{
    private VerbAnswer()
    {
    }

    /// <summary>The presser's own view of the card, in place of the pressed one.</summary>
    /// <param name="Shown">The card.</param>
    /// <param name="Summary">What a notification and a screen reader say of it.</param>
    public sealed record Card(AdaptiveCard Shown, string Summary) : VerbAnswer
    {
        /// <summary>
        /// Gets the subject that this is the presser's own view of: asked again, it is drawn anew. Nothing for a card that is
        /// kept as it is.
        /// </summary>
        public CardSubject? View { get; init; }
    }

    /// <summary>A sentence, for the presser only.</summary>
    /// <param name="Text">The sentence.</param>
    public sealed record Message(string Text) : VerbAnswer;

    /// <summary>What there is to say has been said in the chat.</summary>
    /// <param name="Notice">What the presser's client shows meanwhile, where it shows something; no message of its own.</param>
    public sealed record InChat(string Notice) : VerbAnswer;
}
