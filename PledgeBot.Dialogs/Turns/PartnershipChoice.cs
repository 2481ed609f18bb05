using System.Text.Json;
using System.Text.Json.Nodes;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Turns;

/// <summary>Asks somebody who is a member of several partnerships which one it is about, and remembers the answer.</summary>
/// <remarks>Each partnership remembers when it was chosen, and the latest choice counts; so a choice is kept in one transaction.</remarks>
internal static class PartnershipChoice
{
    /// <summary>The verb of the button that chooses.</summary>
    public const string Verb = "partnership.choose";

    /// <summary>The name of the text that is answered after that, in the button's data.</summary>
    public const string Text = "text";

    private const string Kind = "chosen";

    // What is longer is no command, and the card has room for it in each button.
    private const int LongestText = 200;

    private const int LongestButton = 30;

    /// <summary>Names a partnership: its parties.</summary>
    public static string NameOf(Partnership partnership) =>
        partnership.Formed is { } formed ? Word.List([formed.Municipality, formed.PoliceArea]) : TurnTexts.Unnamed;

    /// <summary>Draws the question.</summary>
    /// <param name="partnerships">The partnerships, at least two.</param>
    /// <param name="text">What is answered once one is chosen; empty for nothing.</param>
    public static DrawnCard Draw(IReadOnlyList<Partnership> partnerships, string text)
    {
        string carried = text.Length <= LongestText ? text : "";
        string municipalities = Word.List([.. partnerships.Select(partnership => partnership.Formed?.Municipality ?? TurnTexts.Unnamed)]);
        return new DrawnCard(
            CardFrame.Of(
                TurnTexts.ChooseTitle,
                [
                    Line.Heading(TurnTexts.ChooseTitle),
                    Line.Of(TurnTexts.ChooseText),
                    Line.Subtle(Word.Fill(TurnTexts.ChooseTyped, municipalities)),
                ],
                [.. partnerships.Take(CardFrame.MostActions).Select(partnership => Button(partnership, WordsFor(partnership, partnerships), carried))]),
            TurnTexts.ChooseTitle);
    }

    /// <summary>Finds the one partnership whose parties a text names; nothing if it names none, or several.</summary>
    public static Partnership? Find(IEnumerable<Partnership> partnerships, string named)
    {
        string wanted = LooseText.Of(named);
        Partnership[] found = [.. partnerships.Where(partnership => LooseText.Of(NameOf(partnership)).Contains(wanted, StringComparison.Ordinal))];
        return wanted.Length > 0 && found is [var only] ? only : null;
    }

    /// <summary>Remembers that the speaker chose the turn's partnership, in this conversation.</summary>
    public static void Remember(TurnContext turn) =>
        turn.Records.Remember(KeyOf(turn.Activity), JsonSerializer.Serialize(turn.Now, DeliveryJson.Default.DateTimeOffset));

    /// <summary>Recalls when the sender last chose the turn's partnership where the activity comes from; nothing if never.</summary>
    public static async Task<DateTimeOffset?> RecallAsync(ITurn records, Activity activity, CancellationToken cancellationToken) =>
        await records.RecallAsync(KeyOf(activity), cancellationToken) is { } remembered
            ? JsonSerializer.Deserialize(remembered, DeliveryJson.Default.DateTimeOffset)
            : null;

    // A chat of several people is a conversation with a choice of its own. Requests from the compose box come from anywhere, so they
    // follow the personal chat.
    private static MemoryKey KeyOf(Activity activity) => new(
        Kind,
        activity.IsPersonal() || activity.IsFromComposeBox()
            ? Digest.Of(activity.From?.AadObjectId)
            : Digest.Of(activity.From?.AadObjectId, activity.BaseConversationId()));

    // The municipality tells it, unless it has two. A client cuts what is wider than a phone.
    private static string WordsFor(Partnership partnership, IReadOnlyList<Partnership> partnerships)
    {
        string? municipality = partnership.Formed?.Municipality;
        bool isOnly = municipality is not null && partnerships.Count(other => other.Formed?.Municipality == municipality) == 1;
        return Clipped.To(isOnly ? municipality! : NameOf(partnership), LongestButton);
    }

    private static ExecuteAction Button(Partnership partnership, string words, string text) => new ExecuteAction
    {
        Title = words,
        Verb = Verb,
        Data = new JsonObject { [PartnershipStamp.Name] = partnership.Id.ToString(), [Text] = text },
    }.WithSubmitFallback();
}
