using System.Text.Json.Nodes;

namespace PledgeBot.Tests.LocalTeams;

public sealed class PersistenceTests : IAsyncLifetime
{
    private const string Team = "19:local-team@thread.tacv2";

    private readonly string _directory = Path.Combine(Path.GetTempPath(), "pledgebot-tests-" + Guid.NewGuid().ToString("N"));
    private TestBot _bot = null!;

    private string JournalPath => Path.Combine(_directory, "conversations.jsonl");

    public async ValueTask InitializeAsync() => _bot = await TestBot.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    [Fact]
    public async Task Restart_Conversations_AreTheSame()
    {
        string before;
        string last;
        await using (LocalTeamsServer teams = await StartAsync())
        {
            using MemberOverHttp anna = teams.As(LocalTeamsServer.Anna);
            string image = await anna.UploadAsync(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="));
            string root = (string)(await anna.PostAsync("Fråga å ä ö", thread: null, image))["id"]!;
            string reply = await _bot.SendAsync(teams.ServiceUrl, $"{LocalTeamsServer.ChannelId};messageid={root}", Cards.Message("Svar"));
            await _bot.UpdateAsync(teams.ServiceUrl, LocalTeamsServer.ChannelId, reply, Cards.Message("Rättat svar"));
            last = await _bot.SendAsync(teams.ServiceUrl, LocalTeamsServer.ChannelId, Cards.Message("Bort"));
            await _bot.CallAsync(HttpMethod.Delete, teams.ServiceUrl, $"v3/conversations/{Uri.EscapeDataString(LocalTeamsServer.ChannelId)}/activities/{last}");
            await teams.Installer.InstallAsync(TestContext.Current.CancellationToken);
            before = (await anna.StateAsync())["activities"]!.ToJsonString();
        }

        int told = _bot.Activities.Count;
        await using LocalTeamsServer again = await StartAsync();
        using MemberOverHttp annaAgain = again.As(LocalTeamsServer.Anna);
        await again.Installer.InstallAsync(TestContext.Current.CancellationToken);
        string next = await _bot.SendAsync(again.ServiceUrl, LocalTeamsServer.ChannelId, Cards.Message("Nästa"));

        IReadOnlyList<JsonObject> messages = await annaAgain.MessagesAsync();
        Assert.Equal(before, new JsonArray([.. messages.SkipLast(1).Select(m => m.DeepClone())]).ToJsonString());
        Assert.True(string.CompareOrdinal(next, last) > 0);
        Assert.Equal(told, _bot.Activities.Count);
        using var http = new HttpClient { BaseAddress = again.Address };
        string picture = $"/local-teams/connector/v3/attachments/{(string)messages[0]["files"]![0]!["id"]!}/views/original";
        Assert.Equal(System.Net.HttpStatusCode.OK, (await http.GetAsync(picture, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Restart_PlacesThatWereChanged_AreAsTheyWereLeft()
    {
        string before;
        await using (LocalTeamsServer teams = await StartAsync())
        {
            using MemberOverHttp anna = teams.As(LocalTeamsServer.Anna);
            await anna.ChangePlaceAsync(Team, "renameTeam", name: "Nytt namn");
            await anna.ChangePlaceAsync(Team, "createChannel", name: "Vandringar");
            await anna.ChangePlaceAsync(Team, "removeMember", member: "29:cia");
            await anna.ChangePlaceAsync(Team, "removeApp");
            await anna.ChangePlaceAsync(LocalTeamsServer.PersonalChatOf(LocalTeamsServer.Anna), "block");
            before = (await anna.StateAsync())["places"]!.ToJsonString();
        }

        await using LocalTeamsServer again = await StartAsync();
        using MemberOverHttp annaAgain = again.As(LocalTeamsServer.Anna);

        Assert.Equal(before, (await annaAgain.StateAsync())["places"]!.ToJsonString());
        Assert.Contains("Vandringar", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_SomebodyGoneFromTheOptions_IsGoneFromChangedPlaces()
    {
        await using (LocalTeamsServer teams = await StartAsync())
        {
            using MemberOverHttp anna = teams.As(LocalTeamsServer.Anna);
            await anna.ChangePlaceAsync(Team, "renameTeam", name: "Nytt namn");
        }

        await using LocalTeamsServer again = await LocalTeamsServer.StartAsync(_bot, configure: o =>
        {
            o.DataDirectory = _directory;
            o.Members.Remove(LocalTeamsServer.Cia);
        });
        using MemberOverHttp annaAgain = again.As(LocalTeamsServer.Anna);

        Assert.Equal("""["29:anna","29:bo"]""", (await annaAgain.StateAsync())["places"]![0]!["members"]!.ToJsonString());
    }

    [Fact]
    public async Task Restart_LineOfAnEarlierRelease_IsPassedOver()
    {
        Directory.CreateDirectory(_directory);
        await File.WriteAllTextAsync(JournalPath, """{"installed":"19:local-channel@thread.tacv2"}""" + "\n", TestContext.Current.CancellationToken);

        await using LocalTeamsServer teams = await StartAsync();

        Assert.True(await teams.Installer.InstallAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Kill_WithoutGoodbye_LosesNothingThatWasAnswered()
    {
        await using LocalTeamsServer killed = await StartAsync();
        await _bot.SendAsync(killed.ServiceUrl, LocalTeamsServer.ChannelId, Cards.Message("Svarat"));

        // What is on the disk while the program still runs is what a kill would leave.
        string left = Path.Combine(_directory, "left");
        Directory.CreateDirectory(left);
        await using (var journal = new FileStream(JournalPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        await using (FileStream copy = File.Create(Path.Combine(left, Path.GetFileName(JournalPath))))
        {
            await journal.CopyToAsync(copy, TestContext.Current.CancellationToken);
        }

        await using LocalTeamsServer again = await LocalTeamsServer.StartAsync(_bot, configure: o => o.DataDirectory = left);
        using MemberOverHttp anna = again.As(LocalTeamsServer.Anna);
        Assert.Equal("Svarat", (string?)Assert.Single(await anna.MessagesAsync())["activity"]!["text"]);
    }

    [Fact]
    public async Task Upload_MoreThanIsKept_TheOldestPictureGoes()
    {
        await using LocalTeamsServer teams = await LocalTeamsServer.StartAsync(_bot, configure: o =>
        {
            o.DataDirectory = _directory;
            o.MaxAttachmentBytes = 1024 * 1024;
        });
        using MemberOverHttp anna = teams.As(LocalTeamsServer.Anna);
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[600 * 1024]];

        string first = await anna.UploadAsync(picture);
        string second = await anna.UploadAsync(picture);

        Assert.Equal(404, (await _bot.CallAsync(HttpMethod.Get, teams.ServiceUrl, $"v3/attachments/{first}")).Status);
        Assert.Equal(200, (await _bot.CallAsync(HttpMethod.Get, teams.ServiceUrl, $"v3/attachments/{second}")).Status);
    }

    [Fact]
    public async Task Restart_LastLineTorn_IsDropped()
    {
        await using (LocalTeamsServer teams = await StartAsync())
        {
            await _bot.SendAsync(teams.ServiceUrl, LocalTeamsServer.ChannelId, Cards.Message("Hel"));
        }

        await File.AppendAllTextAsync(JournalPath, """{"put":{"id":"99","conver""", TestContext.Current.CancellationToken);

        await using LocalTeamsServer again = await StartAsync();
        using MemberOverHttp anna = again.As(LocalTeamsServer.Anna);
        Assert.Equal("Hel", (string?)Assert.Single(await anna.MessagesAsync())["activity"]!["text"]);
    }

    [Fact]
    public async Task Restart_EarlierLineBroken_IsNotPassedOver()
    {
        Directory.CreateDirectory(_directory);
        await File.WriteAllTextAsync(JournalPath, "broken\n{}\n", TestContext.Current.CancellationToken);

        InvalidDataException e = await Assert.ThrowsAsync<InvalidDataException>(StartAsync);

        Assert.Contains("Line 1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_MoreThanAConversationHolds_TheOldestThreadGoes()
    {
        await using LocalTeamsServer teams = await LocalTeamsServer.StartAsync(_bot, configure: o =>
        {
            o.MaxActivities = 10;
            o.LimitsRates = false;
        });
        using MemberOverHttp anna = teams.As(LocalTeamsServer.Anna);
        string first = await _bot.SendAsync(teams.ServiceUrl, LocalTeamsServer.ChannelId, Cards.Message("Första"));
        await _bot.SendAsync(teams.ServiceUrl, $"{LocalTeamsServer.ChannelId};messageid={first}", Cards.Message("Svar"));
        for (int i = 0; i < 9; i++)
        {
            await _bot.SendAsync(teams.ServiceUrl, LocalTeamsServer.ChannelId, Cards.Message($"Nummer {i}"));
        }

        IReadOnlyList<JsonObject> messages = await anna.MessagesAsync();
        Assert.Equal(9, messages.Count);
        Assert.DoesNotContain(messages, m => (string?)m["thread"] == first);
    }

    private Task<LocalTeamsServer> StartAsync() => LocalTeamsServer.StartAsync(_bot, configure: o => o.DataDirectory = _directory);
}
