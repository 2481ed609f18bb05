using System.Net;
using System.Text.Json.Nodes;
using PledgeBot.Recount;
using PledgeBot.Tests.Running;

namespace PledgeBot.Tests.DecisionRecords;

/// <summary>The started program: two confirm, a third opens the record and counts it again.</summary>
public sealed class RecordChainTests : IAsyncLifetime
{
    // The record is made right after the second confirmation, by the program's own worker.
    private const int MostAsked = 50;

    private StartedProgram _program = null!;
    private IReadOnlyList<ChatMember> _members = null!;

    private ChatMember Coordinator => _members[0];

    private ChatMember Reader => _members[6];

    public async ValueTask InitializeAsync()
    {
        _program = await StartedProgram.StartAsync();
        _members = [.. (await _program.ReadMembersAsync()).Select(member => new ChatMember(_program, member.Id))];
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    [Fact]
    public async Task Record_OfADecision_IsOpenedByItsLinkAndCountsAgain()
    {
        await Coordinator.WriteInChannelAsync("ny vandring");
        JsonNode offer = await Coordinator.WaitForCardAsync("Öppna formuläret");
        await Coordinator.FillInAsync(
            offer, "walk", "", ("locality", "Brösarp"), ("date", "2020-09-07"), ("time", "07:00"), ("route", "Genomfarten och affären"));
        JsonNode walk = await Coordinator.WaitForCardAsync("V2", "Brösarp");
        await Coordinator.FillInAsync(walk, "walk-outcome", "V2", ("date", "2020-09-07"), ("Residents", "8"), ("Police", "1"));
        await Coordinator.FillInAsync(
            walk, "proposal", "V2", ("place", "Hållplatsen"), ("category", "Traffic"), ("problem", "Skymd sikt"), ("suggestion", "Röj runt hållplatsen"));
        walk = await Coordinator.WaitForCardAsync("V2", "Röj runt hållplatsen");
        await Coordinator.FillInAsync(walk, "triage", "V2", ("class", "Candidate"), ("responsible", "Gata/park"), ("party", "Municipality"), ("due", "2020-11-30"));
        await Coordinator.AskBotAsync("utan omröstning V2");
        await _members[1].AskBotAsync("bekräfta V2");
        Assert.Contains("inget protokoll än", await Reader.AskBotAsync("protokoll V2"), StringComparison.Ordinal);
        await _members[8].AskBotAsync("bekräfta V2");

        string answer = "";
        for (int i = 0; i < MostAsked && !answer.Contains("Beslutsprotokoll", StringComparison.Ordinal); i++)
        {
            answer = await Reader.AskBotAsync("protokoll V2");
        }

        string page = Links(await Reader.ReadStateAsync()).First();
        using HttpResponseMessage opened = await _program.Http.GetAsync(new Uri(page), TestContext.Current.CancellationToken);
        byte[] data = await _program.Http.GetByteArrayAsync(new Uri(page + "/beslut.json"), TestContext.Current.CancellationToken);
        string file = Path.Combine(_program.DataDirectory, "beslut.json");
        await File.WriteAllBytesAsync(file, data, TestContext.Current.CancellationToken);
        using var said = new StringWriter();

        Assert.StartsWith(_program.Address.AbsoluteUri, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal(0, RecountCommand.Run([file], said));
        Assert.DoesNotContain(page[^64..], _program.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Links(JsonNode state) => ShownCard.Everything(state)
        .Where(element => element["type"]?.ToString() == "Action.OpenUrl")
        .Select(element => element["url"]!.ToString());
}
