using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;

namespace PledgeBot.Tests.Questions;

public sealed class QuestionReadingTests
{
    private static readonly ChoiceQuestion Category = new(
        "category",
        () => "Kategori",
        () => "Vad handlar det om?",
        [
            new Choice("Lighting", "Belysning"),
            new Choice("Traffic", "Trafik och hastighet"),
            new Choice("Paths", "Gång- och cykelväg, tunnlar"),
            new Choice("Presence", "Närvaro"),
            new Choice("Accessibility", "Tillgänglighet och halka"),
            new Choice("Other", "Övrigt"),
        ]);

    [Theory]
    [InlineData("1", "Lighting")]
    [InlineData("6.", "Other")]
    [InlineData("Belysning", "Lighting")]
    [InlineData("BEL", "Lighting")]
    [InlineData("tra", "Traffic")]
    [InlineData("narvaro", "Presence")]
    [InlineData("Närvaro!", "Presence")]
    [InlineData("gång och cykelväg", "Paths")]
    [InlineData("gang", "Paths")]
    [InlineData("hastighet", "Traffic")]
    [InlineData("tunnlar", "Paths")]
    [InlineData("ö", "Other")]
    [InlineData("Accessibility", "Accessibility")]
    public void Choice_NumberOrBeginning_IsThatChoice(string typed, string answer) => Understood(answer, Category.Read(typed, null!));

    [Theory]
    [InlineData("0")]
    [InlineData("7")]
    [InlineData("99999999999")]
    [InlineData("parkering")]
    [InlineData("!")]
    public void Choice_NothingOrSeveral_IsWrongAndSaysHowToAnswer(string typed) =>
        Assert.Contains("nummer", Wrong(() => Category.Read(typed, null!)), StringComparison.Ordinal);

    [Fact]
    public void Choice_BeginningThatSeveralShare_NamesThem() => Assert.Equal(
        "Flera val passar in på ”t”: 2. Trafik och hastighet och 5. Tillgänglighet och halka. Skriv lite mer, eller numret.",
        Wrong(() => Category.Read("t", null!)));

    [Theory]
    [InlineData("18", "18:00")]
    [InlineData("18.30", "18:30")]
    [InlineData("18:30", "18:30")]
    [InlineData("1830", "18:30")]
    [InlineData("kl 18", "18:00")]
    [InlineData("Kl. 18.30", "18:30")]
    [InlineData("klockan 7", "07:00")]
    [InlineData("07:05", "07:05")]
    [InlineData("18:30:00", "18:30")]
    [InlineData("0", "00:00")]
    public void Time_AsPeopleWriteIt_IsThatTime(string typed, string answer) =>
        Understood(answer, new TimeQuestion("time", () => "Tid", () => "?").Read(typed, null!));

    [Theory]
    [InlineData("24")]
    [InlineData("18.60")]
    [InlineData("kväll")]
    [InlineData("18 30 00")]
    [InlineData("-1")]
    public void Time_ThatIsNone_IsWrong(string typed) =>
        Assert.Contains("18.30", Wrong(() => new TimeQuestion("time", () => "Tid", () => "?").Read(typed, null!)), StringComparison.Ordinal);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("500", "500")]
    [InlineData("12.0", "12")]
    [InlineData("007", "7")]
    public void Count_WholeNumber_IsThatNumber(string typed, string answer) =>
        Understood(answer, new CountQuestion("count", () => "Boende", () => "?", 500).Read(typed, null!));

    [Theory]
    [InlineData("501")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("tolv")]
    [InlineData("99999999999999999999999999999999999")]
    public void Count_OutOfRange_IsWrong(string typed) =>
        Assert.Contains("500", Wrong(() => new CountQuestion("count", () => "Boende", () => "?", 500).Read(typed, null!)), StringComparison.Ordinal);

    [Fact]
    public void Text_OneCharacterTooMany_IsWrongAndSaysHowMany()
    {
        var question = new TextQuestion("place", () => "Plats", () => "?", 100);

        Understood(new string('å', 100), question.Read(new string('å', 100), null!));
        Assert.Equal(
            "Plats är för långt: 101 tecken. Högst 100 får plats. Korta texten.",
            Wrong(() => question.Read(new string('å', 101), null!)));
    }

    [Fact]
    public void Photo_AnyText_IsWrong() =>
        Assert.Contains("bild", Wrong(() => new PhotoQuestion("photo", () => "Foto", () => "?").Read(Guid.NewGuid().ToString("N"), null!)), StringComparison.Ordinal);

    private static void Understood(string answer, AnswerReading reading) => Assert.Equal(new AnswerReading.Understood(answer), reading);

    private static string Wrong(Func<AnswerReading> read)
    {
        using var culture = CultureScope.For("sv-SE");
        return Assert.IsType<AnswerReading.Wrong>(read()).Sentence;
    }
}
