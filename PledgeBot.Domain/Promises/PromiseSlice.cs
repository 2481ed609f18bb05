using System.Collections.Immutable;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Promises;

/// <summary>The promises.</summary>
internal static class PromiseSlice
{
    public static Decision Give(Partnership partnership, GivePromise command)
    {
        string title = command.Title.Trim();
        ImmutableArray<string> commitments = [.. command.Commitments.Select(commitment => commitment.Trim())];
        ImmutableArray<string> signatories = [.. command.Signatories.Select(signatory => signatory.Trim())];
        Refusal? refusal = TextRule.Required(TextField.PromiseTitle, title, GivePromise.LongestTitle)
            ?? (commitments.IsEmpty ? new TextMissing(TextField.Commitment) : null)
            ?? (commitments.Length > GivePromise.MostCommitments ? new TooManyCommitments(commitments.Length, GivePromise.MostCommitments) : null)
            ?? (signatories.Length > GivePromise.MostSignatories ? new TooManySignatories(signatories.Length, GivePromise.MostSignatories) : null)
            ?? RequiredEach(TextField.Commitment, commitments, GivePromise.LongestCommitment)
            ?? RequiredEach(TextField.Signatory, signatories, GivePromise.LongestSignatory);
        if (refusal is not null)
        {
            return Decision.Refuse(refusal);
        }

        int number = partnership.Promises.Length + 1;
        return Decision.Accept(
            new PromiseGiven(number, title, commitments, command.Period.First, command.Period.Last, command.SignedOn, signatories));
    }

    public static Partnership Evolve(Partnership partnership, PromiseGiven given)
    {
        var period = new PromisePeriod(given.FirstDay, given.LastDay);
        return partnership with
        {
            Promises = partnership.Promises.Add(
                new Promise(given.Number, given.Title, given.Commitments, period, given.SignedOn, given.Signatories)),
        };
    }

    private static Refusal? RequiredEach(TextField field, ImmutableArray<string> texts, int longest) =>
        texts.Select(text => TextRule.Required(field, text, longest)).FirstOrDefault(refusal => refusal is not null);
}
