using System.Globalization;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Dialogs.Measures;

/// <summary>Reads which measure a member means.</summary>
internal static class MeasureReading
{
    /// <summary>Reads the reference after a command, as in <c>klar V1-02</c>; what comes after it is ignored.</summary>
    public static ProposalReference? Read(string typed) =>
        ProposalReference.TryParse(typed.Split(' ')[0], CultureInfo.InvariantCulture, out ProposalReference reference) ? reference : null;

    /// <summary>Says how to write which measure is meant.</summary>
    /// <param name="typed">What was written in its place; empty for nothing.</param>
    /// <param name="phrases">The ways to write the command.</param>
    public static string Explain(string typed, string phrases)
    {
        string phrase = phrases.Split('|')[0];
        return typed.Length == 0
            ? Word.Fill(MeasureTexts.NoReference, phrase, MeasureTexts.Example)
            : Word.Fill(MeasureTexts.UnknownReference, CommandRouter.Echo(typed), phrase, MeasureTexts.Example);
    }
}
