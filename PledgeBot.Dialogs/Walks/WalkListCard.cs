using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Walks;

/// <summary>The card that lists the walks, the latest first.</summary>
internal static class WalkListCard
{
    private const int MostLines = 20;
    private const int MostButtons = 4;

    /// <summary>Draws the list.</summary>
    /// <param name="partnership">The state.</param>
    /// <param name="viewer">Who asked.</param>
    public static DrawnCard Draw(Partnership partnership, Member viewer)
    {
        Walk[] walks = [.. partnership.Walks.Reverse()];
        List<CardElement> body =
        [
            Line.Heading(WalkTexts.ListTitle),
            .. walks.Take(MostLines).Select(walk => Line.Below(LineOf(walk, partnership))),
        ];
        if (walks.Length == 0)
        {
            body.Add(Line.Of(WalkTexts.NoWalks));
        }
        else if (walks.Length > MostLines)
        {
            body.Add(Line.Subtle(Word.Fill(WalkTexts.ListEarlier, walks.Length - MostLines)));
        }

        AdaptiveAction[] actions =
        [
            .. walks.Take(MostButtons).Select(walk => ViewButton.For(Word.Fill(WalkTexts.ButtonShow, walk.Number), Subject.Of(walk.Number))),
            .. viewer.Has(Duties.Coordinate) ? [FormButton.For(WalkTexts.ButtonNew, PlanDialog.Id, "")] : Array.Empty<AdaptiveAction>(),
        ];
        return new DrawnCard(CardFrame.Of(WalkTexts.ListTitle, body, actions), WalkTexts.ListTitle);
    }

    private static string LineOf(Walk walk, Partnership partnership) => Word.Fill(
        WalkTexts.ListLine,
        walk.Number,
        walk.Locality,
        walk.CarriedOut is { } outcome
            ? Word.Fill(walk.NoMeasuresBecause is null ? WalkTexts.ListCarriedOut : WalkTexts.ListWithout, Word.For(outcome.Date))
            : Word.Fill(WalkTexts.ListPlanned, Word.For(walk.StartsAt)),
        WalkLines.Proposals(partnership.ProposalsOf(walk.Number).Count()));
}
