using System.Collections.Immutable;
using System.Globalization;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Walks;

/// <summary>Which walk a member means.</summary>
internal abstract record WalkReading
{
    private WalkReading()
    {
    }

    /// <summary>This one.</summary>
    internal sealed record Found(Walk Walk) : WalkReading;

    /// <summary>None.</summary>
    /// <param name="Sentence">Why, and what to do.</param>
    internal sealed record None(string Sentence) : WalkReading;

    /// <summary>Reads a walk's number.</summary>
    /// <param name="typed">What was written; empty for no walk in particular.</param>
    /// <param name="partnership">The state.</param>
    /// <param name="settle">Finds the walk that is meant when none is named.</param>
    /// <param name="noneSentence">What to say when there is none.</param>
    public static WalkReading Read(
        string typed, Partnership partnership, Func<ImmutableArray<Walk>, Walk?> settle, string noneSentence)
    {
        if (typed.Length == 0)
        {
            return settle(partnership.Walks) is { } settled ? new Found(settled) : new None(noneSentence);
        }

        return !WalkNumber.TryParse(typed, CultureInfo.InvariantCulture, out WalkNumber number) ? new None(WalkTexts.NotAWalk)
            : partnership.FindWalk(number) is { } walk ? new Found(walk)
            : new None(RefusalText.For(new NoSuchWalk(number), partnership));
    }
}
