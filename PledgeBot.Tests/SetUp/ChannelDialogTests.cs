using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Members;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.SetUp;

/// <summary>Which channel posts go to.</summary>
public sealed class ChannelDialogTests : IDisposable
{
    private readonly RecordsInMemory _records = new RecordsInMemory(A.Story().Partnership).WithTeam(A.Coordinator.Account("Eva Ek"));
    private readonly Chat _chat;

    public ChannelDialogTests() => _chat = new Chat(_records, A.Noon);

    public void Dispose() => _chat.Dispose();

    [Fact]
    public async Task Coordinator_ChangesTheChannelByTyping_LaterPostsGoThere()
    {
        await _chat.WriteAsync(A.Coordinator, "byt kanal");
        await _chat.WriteAsync(A.Coordinator, "allm");
        Said saved = await _chat.WriteAsync(A.Coordinator, "spara");

        Assert.Equal("Nya inlägg kommer i kanalen **Allmänt**. Kort som redan finns stannar där de är.", saved.Text);
        var channel = ChannelPlace.Read(_records.Place);
        Assert.Equal("19:team", channel.ConversationId);
        Assert.Equal("http://localhost:3978/connector/", channel.ServiceUrl);
        Assert.Equal(("tenant", "19:team"), (_records.Place.TenantId, _records.Place.TeamId));
    }

    [Fact]
    public async Task Coordinator_WritesInAnotherChannel_ItIsTheOneOffered()
    {
        _records.Place = _records.Place with { Channel = _records.Place.Channel.Replace("19:channel", "19:news", StringComparison.Ordinal) };
        AdaptiveCard offer = (await _chat.WriteInChannelAsync(A.Coordinator, "byt kanal")).Card;

        // Pressed in the personal chat here, where the present channel is the one offered.
        Assert.Equal("19:news", await OfferedAsync(offer));
        AdaptiveCard form = (await _chat.PressAsync(A.Coordinator, offer, "Öppna formuläret")).Card;
        await _chat.PressAsync(A.Coordinator, form, "Spara", ("channel", "19:channel"));

        Assert.Equal("19:channel", ChannelPlace.Read(_records.Place).ConversationId);
    }

    [Fact]
    public async Task Channel_ThatIsNotTheTeams_IsRefused()
    {
        string before = _records.Place.Channel;
        AdaptiveCard form = (await _chat.PressAsync(A.Coordinator, (await _chat.WriteInChannelAsync(A.Coordinator, "byt kanal")).Card, "Öppna formuläret")).Card;

        await _chat.PressAsync(A.Coordinator, form, "Spara", ("channel", "19:another"));

        Assert.Equal(before, _records.Place.Channel);
    }

    [Fact]
    public async Task Channels_NotReadYet_AreAskedForAndTheMemberToldSo()
    {
        _records.Memory.Clear();

        Assert.StartsWith("Jag har inte hämtat teamets kanaler än.", (await _chat.WriteAsync(A.Coordinator, "byt kanal")).Text, StringComparison.Ordinal);
        Assert.Equal(A.Noon, _records.Work[("refresh-roster", "team")].DueAt);
    }

    [Fact]
    public async Task Channels_OnlyOne_LeaveNothingToChoose()
    {
        _records.Memory[TeamFacts.Key] = new TeamFacts("Trygghet", [new TeamChannel("19:team", null)], A.Noon).Write();

        Assert.StartsWith("Teamet har bara en kanal", (await _chat.WriteAsync(A.Coordinator, "byt kanal")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channels_VeryMany_FitTheFormWithThePresentOneAmongThem()
    {
        _records.Memory[TeamFacts.Key] = new TeamFacts(
            "Trygghet",
            [.. Enumerable.Range(1, 999).Select(n => new TeamChannel($"19:{n}{new string('x', 60)}@thread.tacv2", $"Arbetsgrupp {n:D3}")), new("19:channel", "Öppna löftet")],
            A.Noon).Write();

        AdaptiveCard form = (await _chat.PressAsync(A.Coordinator, (await _chat.WriteInChannelAsync(A.Coordinator, "byt kanal")).Card, "Öppna formuläret")).Card;

        InputChoiceSet channels = Assert.Single(form.Body.OfType<InputChoiceSet>());
        Assert.Equal("19:channel", channels.Value);
        Assert.Equal(ChoiceInputStyle.Filtered, channels.Style);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(CardJson.WriteString(form)), 1, 25_000);
    }

    [Fact]
    public async Task Member_WithoutTheDuty_IsToldWhoHasIt() =>
        Assert.StartsWith("Bara den som är", (await _chat.WriteAsync(A.Streets, "byt kanal")).Text, StringComparison.Ordinal);

    private async Task<string?> OfferedAsync(AdaptiveCard offer) =>
        Assert.Single((await _chat.PressAsync(A.Coordinator, offer, "Öppna formuläret")).Card.Body.OfType<InputChoiceSet>()).Value;
}
