namespace PledgeBot.Domain.Calendar;

/// <summary>
/// A Swedish holiday with a name: one in law (lagen om allmänna helgdagar, 1989:253), or one of the three eves that no
/// law makes a public holiday but that offices keep as one. The annual leave act (semesterlagen 1977:480, 3 a §) counts
/// those eves as Sundays.
/// </summary>
public enum SwedishHoliday
{
    /// <summary>Nyårsdagen, 1 January; law.</summary>
    NewYearsDay,

    /// <summary>Trettondedag jul, 6 January; law.</summary>
    Epiphany,

    /// <summary>Långfredagen, the Friday before Easter Sunday; law.</summary>
    GoodFriday,

    /// <summary>Påskdagen; law.</summary>
    EasterSunday,

    /// <summary>Annandag påsk, the day after Easter Sunday; law.</summary>
    EasterMonday,

    /// <summary>Första maj; law.</summary>
    FirstOfMay,

    /// <summary>Kristi himmelsfärdsdag, the sixth Thursday after Easter Sunday; law.</summary>
    AscensionDay,

    /// <summary>Pingstdagen, the seventh Sunday after Easter Sunday; law.</summary>
    WhitSunday,

    /// <summary>Nationaldagen, 6 June; law.</summary>
    NationalDay,

    /// <summary>Midsommarafton, the Friday from 19 to 25 June; practice.</summary>
    MidsummerEve,

    /// <summary>Midsommardagen, the Saturday from 20 to 26 June; law.</summary>
    MidsummerDay,

    /// <summary>Alla helgons dag, the Saturday from 31 October to 6 November; law.</summary>
    AllSaintsDay,

    /// <summary>Julafton, 24 December; practice.</summary>
    ChristmasEve,

    /// <summary>Juldagen, 25 December; law.</summary>
    ChristmasDay,

    /// <summary>Annandag jul, 26 December; law.</summary>
    BoxingDay,

    /// <summary>Nyårsafton, 31 December; practice.</summary>
    NewYearsEve,
}
