using PledgeBot.Domain.Records;
using PledgeBot.Domain.Weekly;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Weekly;

/// <summary>When the weekly status is posted.</summary>
public sealed class WeeklyTimeDialogTests : IDisposable
{
    private static readonly (string, string) Next = ("weekly-status", "next");

    private readonly RecordsInMemory _records = new(A.Story().Partnership);
    private readonly Chat _chat;

    public WeeklyTimeDialogTests() => _chat = new Chat(_records, A.Noon);

    public void Dispose() => _chat.Dispose();

    [Fact]
    public async Task Coordinator_ChangesTheTimeByTyping_TheNextPostFollows()
    {
        // Waits for next Monday, which is earlier than the Thursday after: the new time must not lose to it.
        _records.Work[Next] = new DueWork(Next.Item1, Next.Item2, A.Noon.AddDays(1), "");
        await _chat.WriteAsync(A.Coordinator, "ändra veckoposten");
        await _chat.WriteAsync(A.Coordinator, "tors");
        await _chat.WriteAsync(A.Coordinator, "7.45");
        Said saved = await _chat.WriteAsync(A.Coordinator, "spara");

        Assert.Equal("Veckans läge kommer varje torsdag kl. 07.45. Nästa gång är torsdag 10 september kl. 07.45.", saved.Text);
        Assert.Equal(new WeeklySchedule(DayOfWeek.Thursday, new TimeOnly(7, 45)), _records.Partnership.Weekly.Schedule);
        Assert.Equal(new DateTimeOffset(2020, 9, 10, 5, 45, 0, TimeSpan.Zero), _records.Work[Next].DueAt);
    }

    [Fact]
    public async Task Form_HasTheTimeThatStands()
    {
        Story story = A.Story();
        story.Do(new ScheduleWeekly(DayOfWeek.Sunday, new TimeOnly(18, 0)), A.Officer);
        using Chat chat = new(new RecordsInMemory(story.Partnership), A.Noon);

        AdaptiveCard form = (await chat.PressAsync(A.Coordinator, (await chat.WriteInChannelAsync(A.Coordinator, "ändra veckoposten")).Card, "Öppna formuläret")).Card;

        InputChoiceSet day = Assert.Single(form.Body.OfType<InputChoiceSet>());
        Assert.Equal("Sunday", day.Value);
        Assert.Equal(["Måndag", "Tisdag", "Onsdag", "Torsdag", "Fredag", "Lördag", "Söndag"], day.Choices.Select(choice => choice.Title));
        Assert.Equal("18:00", Assert.Single(form.Body.OfType<InputTime>()).Value);
    }

    [Fact]
    public async Task SameTimeAgain_ChangesNothing()
    {
        AdaptiveCard form = (await _chat.PressAsync(A.Coordinator, (await _chat.WriteInChannelAsync(A.Coordinator, "ändra veckoposten")).Card, "Öppna formuläret")).Card;
        long before = _records.Partnership.Version;

        Said saved = await _chat.PressAsync(A.Coordinator, form, "Spara", ("day", "Monday"), ("time", "08:30"));

        Assert.StartsWith("Veckans läge kommer varje måndag kl. 08.30.", saved.Text, StringComparison.Ordinal);
        Assert.Equal(before, _records.Partnership.Version);
    }

    [Fact]
    public async Task Member_WithoutTheDuty_IsToldWhoHasIt() =>
        Assert.StartsWith("Bara den som är", (await _chat.WriteAsync(A.Streets, "ändra veckoposten")).Text, StringComparison.Ordinal);
}
