using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Help;

/// <summary>Draws what can be written: the most used for the member's duties as buttons, the rest folded away.</summary>
internal static class HelpCard
{
    private const string Rest = "rest";
    private const int MostFavourites = CardFrame.MostActions - 1;

    /// <summary>Draws the help.</summary>
    /// <param name="commands">What can be written; commands without a description are left out.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="isPersonal">Whether the reader speaks with the bot alone.</param>
    public static DrawnCard Draw(IEnumerable<ChatCommand> commands, Member reader, bool isPersonal)
    {
        ChatCommand[] described = [.. commands.Where(command => command.Description is not null)];
        ChatCommand[] favourites = [.. FavouritesOf(reader.Duties, described).Take(MostFavourites)];
        ChatCommand[] rest = [.. described.Except(favourites)];
        List<CardElement> body =
        [
            Line.Heading(HelpTexts.Heading),
            Line.Of(HelpTexts.Intro),
            .. isPersonal ? [Line.Below(HelpTexts.StepByStepHere)] : (CardElement[])[Line.Below(HelpTexts.MentionMe), Line.Below(HelpTexts.StepByStep)],
        ];
        List<AdaptiveAction> actions = [];
        if (favourites.Length > 0)
        {
            body.Add(Line.Section(HelpTexts.SectionMost));
            body.AddRange(favourites.Select(command => Line.Below(Describe(command))));
            actions.AddRange(favourites.Select(command => CommandButton.For(Word.Capital(command.Phrase), command.Phrase)));
        }

        if (rest.Length > 0)
        {
            body.Add(new Container
            {
                Id = Rest,
                IsVisible = false,
                Items = [Line.Section(HelpTexts.SectionRest), .. rest.Select(command => Line.Below(Describe(command)))],
            });
            actions.Add(new ToggleVisibilityAction { Title = HelpTexts.ButtonRest, TargetElements = [Rest] });
        }

        string summary = $"{HelpTexts.Heading}. {HelpTexts.Intro}";
        return new DrawnCard(CardFrame.Of(summary, body, actions), summary);
    }

    // Which commands come first is a matter of words, so the lists stand with the texts; one that nothing answers is left out.
    private static IEnumerable<ChatCommand> FavouritesOf(Duties duties, ChatCommand[] commands)
    {
        string phrases = duties.HasFlag(Duties.Coordinate) ? HelpTexts.FavouritesCoordinate
            : duties.HasFlag(Duties.Confirm) ? HelpTexts.FavouritesConfirm
            : duties.HasFlag(Duties.Vote) ? HelpTexts.FavouritesVote
            : HelpTexts.FavouritesNone;
        return phrases.Split('|')
            .Select(phrase => commands.FirstOrDefault(command => command.AllPhrases.Contains(phrase, StringComparer.Ordinal)))
            .OfType<ChatCommand>()
            .Distinct();
    }

    private static string Describe(ChatCommand command) =>
        Word.Fill(HelpTexts.Line, $"{command.Phrase} {command.Argument()}".TrimEnd(), command.Description!());
}
