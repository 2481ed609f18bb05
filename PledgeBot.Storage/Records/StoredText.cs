using System.Runtime.CompilerServices;
using PledgeBot.Domain.Records;

namespace PledgeBot.Storage.Records;

/// <summary>How long stored texts may be, in characters. SQLite would not refuse a longer one, other databases would.</summary>
internal static class StoredText
{
    /// <summary>The longest name of a member.</summary>
    public const int LongestName = Contact.LongestName;

    /// <summary>The longest identifier in the organisation's directory.</summary>
    public const int LongestDirectoryId = 100;

    /// <summary>The longest identifier in the channel.</summary>
    public const int LongestChannelAccountId = 200;

    /// <summary>The longest identifier of an organisation.</summary>
    public const int LongestTenantId = 100;

    /// <summary>The longest identifier of a team.</summary>
    public const int LongestTeamId = 200;

    /// <summary>The longest name of a manner of voting.</summary>
    public const int LongestManner = 20;

    /// <summary>The longest receipt of a ballot.</summary>
    public const int LongestReceipt = 60;

    /// <summary>The longest kind of work, or of something remembered.</summary>
    public const int LongestKind = 40;

    /// <summary>The longest key of work, or of something remembered.</summary>
    public const int LongestKey = 200;

    /// <summary>The longest key of an activity.</summary>
    public const int LongestActivityKey = 400;

    /// <summary>The longest account of a problem; the rest is left out.</summary>
    public const int LongestProblem = 400;

    /// <summary>Gets a text that is no longer than allowed.</summary>
    /// <exception cref="ArgumentException">It is longer.</exception>
    public static string AtMost(int longest, string text, [CallerArgumentExpression(nameof(text))] string name = "") =>
        text.Length <= longest ? text : throw new ArgumentException($"At most {longest} characters can be stored, not {text.Length}.", name);

    /// <summary>Gets the beginning of an account of a problem, never half a character.</summary>
    public static string Shortened(string problem)
    {
        if (problem.Length <= LongestProblem)
        {
            return problem;
        }

        return problem[..(char.IsHighSurrogate(problem[LongestProblem - 1]) ? LongestProblem - 1 : LongestProblem)];
    }
}
