using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.StatusReports;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Promises;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Promises;

/// <summary>Draws a promise word for word, with its period, its parties and who signed it.</summary>
internal static class PromiseCard
{
    // Ten of the longest commitments; a promise has two or three, far shorter.
    private const int MostCharacters = 10 * GivePromise.LongestCommitment;

    private const int MostSignatories = 10;

    /// <summary>Draws the promise.</summary>
    /// <param name="promise">The promise.</param>
    /// <param name="formed">The parties that gave it.</param>
    /// <param name="today">The present day in Sweden.</param>
    public static DrawnCard Draw(Promise promise, PartnershipFormed formed, DateOnly today)
    {
        string parties = Word.List([formed.Municipality, formed.PoliceArea]);
        string left = PeriodLines.Left(promise.Period, today);
        List<CardElement> body =
        [
            Line.Heading(promise.Title),
            Line.Section(Word.Fill(PromiseTexts.GivenBy, Word.Capital(formed.Municipality), formed.PoliceArea)),
        ];
        int shown = CountThatFit(promise);
        body.AddRange(promise.Commitments.Take(shown).Select((text, index) => Line.Of(Word.Fill(PromiseTexts.Commitment, index + 1, text))));
        int more = promise.Commitments.Length - shown;
        if (more > 0)
        {
            body.Add(Line.Subtle(more == 1 ? PromiseTexts.MoreOne : Word.Fill(PromiseTexts.MoreMany, more)));
        }

        if (PeriodLines.Bar(promise.Period, today) is { } bar)
        {
            body.Add(bar);
        }

        body.Add(Line.Below(left));
        body.Add(new FactList
        {
            { PromiseTexts.FactPeriod, PeriodLines.Period(promise.Period) },
            { PromiseTexts.FactParties, Word.Capital(parties) },
            { PromiseTexts.FactSigned, Word.For(promise.SignedOn) },
            { PromiseTexts.FactSignatories, Word.Capital(Word.List([.. promise.Signatories.Take(MostSignatories)])) },
        }.Draw());
        if (formed.IsDemo)
        {
            body.Add(Line.Subtle(PromiseTexts.Demo));
        }

        string summary = Word.Fill(PromiseTexts.Summary, promise.Title, left);
        AdaptiveAction[] actions =
        [
            CommandButton.For(PromiseTexts.ButtonStatus, PromiseTexts.ButtonStatus),
            CommandButton.For(PromiseTexts.ButtonMeasures, PromiseTexts.ButtonMeasures),
        ];
        return new DrawnCard(CardFrame.Of(summary, body, actions), summary);
    }

    private static int CountThatFit(Promise promise)
    {
        int characters = 0;
        return promise.Commitments.TakeWhile(text => (characters += text.Length) <= MostCharacters).Count();
    }
}
