using System.Globalization;
using System.Text.RegularExpressions;

namespace PledgeBot.Dialogs.Questions;

/// <summary>A day as people write it: "2026-06-12", "12/6", "12 juni 2026", "fredag", "imorgon".</summary>
internal abstract partial record WrittenDay
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    private WrittenDay()
    {
    }

    /// <summary>It is a day.</summary>
    internal sealed record Found(DateOnly Day) : WrittenDay;

    /// <summary>It looks like a day, but there is no such day.</summary>
    internal sealed record Impossible : WrittenDay;

    /// <summary>It does not look like a day.</summary>
    internal sealed record Unclear : WrittenDay;

    /// <summary>Reads a day.</summary>
    /// <remarks>
    /// A weekday is the next such day, or the last one when no day after today is allowed. A day without a year is the one
    /// nearest to today among those allowed; if none is, the nearest of all.
    /// </remarks>
    /// <param name="text">What was written, in Swedish or in the reader's language.</param>
    /// <param name="today">Today.</param>
    /// <param name="earliest">The first day allowed; nothing for any.</param>
    /// <param name="latest">The last day allowed; nothing for any.</param>
    public static WrittenDay Read(string text, DateOnly today, DateOnly? earliest, DateOnly? latest)
    {
        string written = Spaces().Replace(text.Trim().TrimEnd('.'), " ").ToLowerInvariant();
        if (RelativeDay(written) is { } days)
        {
            return new Found(today.AddDays(days));
        }

        if (Weekday(written) is { } weekday)
        {
            return new Found(latest <= today ? LastOn(weekday, today) : NextAfter(weekday, today));
        }

        // "fredag 12 juni": the date says it all.
        if (written.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 && Weekday(written[..space].TrimEnd(',')) is not null)
        {
            written = written[(space + 1)..];
        }

        return Date(written) is not { } date ? new Unclear()
            : date.Month is < 1 or > 12 || date.Day < 1 ? new Impossible()
            : date.Year is { } year ? InYear(year, date.Month, date.Day) is { } day ? new Found(day) : new Impossible()
            : Nearest(date.Month, date.Day, today, earliest, latest) is { } nearest ? new Found(nearest)
            : new Impossible();
    }

    private static int? RelativeDay(string written)
    {
        (string Words, int Days)[] known =
        [
            (QuestionTexts.DayBeforeYesterday, -2),
            (QuestionTexts.DayYesterday, -1),
            (QuestionTexts.DayToday, 0),
            (QuestionTexts.DayTomorrow, 1),
            (QuestionTexts.DayAfterTomorrow, 2),
        ];
        foreach ((string words, int days) in known)
        {
            if (words.Split('|').Contains(written))
            {
                return days;
            }
        }

        return null;
    }

    private static DayOfWeek? Weekday(string written)
    {
        string name = LooseText.Of(written);
        foreach (DateTimeFormatInfo format in Formats())
        {
            for (int day = 0; day < 7; day++)
            {
                if (name == LooseText.Of(format.DayNames[day]) || name == LooseText.Of(format.AbbreviatedDayNames[day]))
                {
                    return (DayOfWeek)day;
                }
            }
        }

        return null;
    }

    private static DateOnly NextAfter(DayOfWeek weekday, DateOnly today) => today.AddDays(((int)weekday - (int)today.DayOfWeek + 6) % 7 + 1);

    private static DateOnly LastOn(DayOfWeek weekday, DateOnly today) => today.AddDays(-(((int)today.DayOfWeek - (int)weekday + 7) % 7));

    private static (int? Year, int Month, int Day)? Date(string written)
    {
        Match match = YearFirst().Match(written);
        if (!match.Success)
        {
            match = DayAndMonth().Match(written);
        }

        if (match.Success)
        {
            return (Year(match), Number(match, "month"), Number(match, "day"));
        }

        match = DayAndMonthName().Match(written);
        if (!match.Success)
        {
            match = MonthNameAndDay().Match(written);
        }

        return match.Success && Month(match.Groups["name"].Value) is { } month ? (Year(match), month, Number(match, "day")) : null;
    }

    private static int? Month(string name)
    {
        string loose = LooseText.Of(name);
        foreach (DateTimeFormatInfo format in Formats())
        {
            for (int month = 0; month < 12; month++)
            {
                // "jun", "sep", "sept": any beginning of at least three letters, which no two months share.
                if (loose.Length >= 3 && LooseText.Of(format.MonthNames[month]).StartsWith(loose, StringComparison.Ordinal))
                {
                    return month + 1;
                }
            }
        }

        return null;
    }

    private static int? Year(Match match) => match.Groups["year"] switch
    {
        { Success: false } => null,
        { Length: 2 } => 2000 + Number(match, "year"),
        _ => Number(match, "year"),
    };

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static DateOnly? Nearest(int month, int day, DateOnly today, DateOnly? earliest, DateOnly? latest)
    {
        // Leap days come every fourth year at the most often, otherwise last, this or next year is the nearest.
        DateOnly[] candidates =
        [
            .. Enumerable.Range(today.Year - 4, 9)
                .Select(year => InYear(year, month, day))
                .OfType<DateOnly>()
                .OrderBy(candidate => Math.Abs(candidate.DayNumber - today.DayNumber)),
        ];
        DateOnly[] allowed = [.. candidates.Where(candidate => !(candidate < earliest) && !(candidate > latest))];
        return allowed.Length > 0 ? allowed[0] : candidates.Length > 0 ? candidates[0] : null;
    }

    private static DateOnly? InYear(int year, int month, int day) =>
        year is >= 1 and <= 9999 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static IEnumerable<DateTimeFormatInfo> Formats() => [Swedish.DateTimeFormat, CultureInfo.CurrentUICulture.DateTimeFormat];

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("^(?<year>[0-9]{4})-?(?<month>[0-9]{2})-?(?<day>[0-9]{2})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearFirst();

    [GeneratedRegex("^(?:den )?(?<day>[0-9]{1,2}) ?[/.] ?(?<month>[0-9]{1,2})(?:[ /.-]{1,2}(?<year>[0-9]{4}|[0-9]{2}))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"^(?:den |the )?(?<day>[0-9]{1,2})(?::[ae]|\.|st|nd|rd|th)? ?(?<name>\p{L}+)\.?,?(?: (?<year>[0-9]{4}))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayAndMonthName();

    [GeneratedRegex(@"^(?<name>\p{L}+) (?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?(?: (?<year>[0-9]{4}))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthNameAndDay();
}
