using System.Globalization;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Words;

/// <summary>The glossary's words for the partnership's things, in the reader's language (the current culture, set where a turn begins).</summary>
/// <remarks>Times are local times in Sweden: "12 juni 2026", "kl. 15.00", "vecka 24".</remarks>
public static class Word
{
    /// <summary>Gets the reader's language for a card: <c>sv</c> or <c>en</c>.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>Fills in a text's gaps in the reader's language.</summary>
    public static string Fill(string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, text, values);

    /// <summary>The text as it is shown where no markdown is: without the marks of bold.</summary>
    public static string WithoutMarks(string text) => text.Replace("**", "", StringComparison.Ordinal);

    /// <summary>"kommunen".</summary>
    public static string For(Party party) => party == Party.Municipality ? WordTexts.PartyMunicipality : WordTexts.PartyPolice;

    /// <summary>"kommunen och polisen".</summary>
    public static string For(ResponsibleParty party) => party switch
    {
        ResponsibleParty.Municipality => WordTexts.PartyMunicipality,
        ResponsibleParty.Police => WordTexts.PartyPolice,
        _ => WordTexts.PartiesJoint,
    };

    /// <summary>"Belysning".</summary>
    public static string For(Category category) => Named("Category", category);

    /// <summary>"Pågår".</summary>
    public static string For(MeasureStatus status) => Named("Status", status);

    /// <summary>"Kandidat till omröstning".</summary>
    public static string For(TriageClass triage) => Named("Triage", triage);

    /// <summary>"Boende".</summary>
    public static string For(ParticipantGroup group) => Named("Group", group);

    /// <summary>"per telefon".</summary>
    public static string For(Manner manner) => Named("Manner", manner);

    /// <summary>"12 juni 2026".</summary>
    public static string For(DateOnly day) => Fill(WordTexts.Date, day);

    /// <summary>"fredag 12 juni".</summary>
    public static string WithWeekday(DateOnly day) => Fill(WordTexts.WeekdayDate, day);

    /// <summary>"kl. 15.00".</summary>
    public static string For(TimeOnly time) => Fill(WordTexts.Time, time);

    /// <summary>"fredag 12 juni kl. 15.00", for local times in Sweden.</summary>
    public static string For(DateTime local) =>
        Fill(WordTexts.DateTime, WithWeekday(DateOnly.FromDateTime(local)), For(TimeOnly.FromDateTime(local)));

    /// <summary>"fredag 12 juni kl. 15.00", local time in Sweden.</summary>
    public static string For(DateTimeOffset instant) => For(SwedishTime.LocalAt(instant));

    /// <summary>"vecka 24".</summary>
    public static string For(Week week) => Fill(WordTexts.Week, week.Number);

    /// <summary>"1 röst", "3 röster".</summary>
    public static string Votes(int count) => count == 1 ? WordTexts.OneVote : Fill(WordTexts.ManyVotes, count);

    /// <summary>"1 dag", "30 dagar".</summary>
    public static string Days(int count) => count == 1 ? WordTexts.OneDay : Fill(WordTexts.ManyDays, count);

    /// <summary>"a, b och c"; empty for nothing.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => Fill(WordTexts.And, string.Join(", ", items.Take(items.Count - 1)), items[^1]),
    };

    /// <summary>The text with its first letter as a capital.</summary>
    public static string Capital(string text) =>
        text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];

    // A value without a word is a bug that the tests of the texts find.
    private static string Named<T>(string prefix, T value)
        where T : struct, Enum =>
        WordTexts.ResourceManager.GetString(prefix + value, CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"There is no text for {prefix}{value}.");
}
