using System.Text.Json.Nodes;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>A channel with one of everything that a card can hold.</summary>
internal static class Showcase
{
    public static async Task FillAsync(TestBot bot, LocalTeamsServer teams)
    {
        using MemberOverHttp anna = teams.As(LocalTeamsServer.Anna);
        using MemberOverHttp bo = teams.As(LocalTeamsServer.Bo);
        string root = (string)(await anna.PostAsync("status"))["id"]!;
        string thread = $"{LocalTeamsServer.ChannelId};messageid={root}";
        await bot.SendAsync(teams.ServiceUrl, thread, Cards.Message(Status()));
        await bo.PostAsync("Tack! Lampan vid Busstorget är felanmäld:\nhttps://example.se/en-mycket-lång-adress-som-inte-går-att-bryta-på-ett-naturligt-ställe", root);
        await bot.SendAsync(teams.ServiceUrl, thread, Cards.Message("Bra, **Bo**. Det här återstår:\n\n- [Belysningen](https://example.se) vid torget\n- Klippning i parken"));
        await bot.SendAsync(teams.ServiceUrl, LocalTeamsServer.ChannelId, Cards.Message(Poll()));
    }

    public static JsonObject Poll() => Cards.Card(
        [
            new()
            {
                ["type"] = "TextBlock",
                ["text"] = "Rösta på två förslag",
                ["size"] = "large",
                ["weight"] = "bolder",
                ["style"] = "heading",
                ["wrap"] = true,
            },
            Cards.Text("Stänger **fredag 9 oktober kl. 15.00**. Kommunen 3 av 7, polisen 1 av 2 har röstat."),
            Cards.Choices("choice", "Förslag", "V1-01 Bättre belysning vid Busstorget i Tomelilla", "V1-03 Klipp buskarna i parken", "V1-04 Fler bänkar vid skolan"),
            new() { ["type"] = "Input.Text", ["id"] = "why", ["label"] = "Kommentar", ["isMultiline"] = true },
            new() { ["type"] = "Input.Date", ["id"] = "day", ["label"] = "Dag" },
            new() { ["type"] = "Input.Toggle", ["id"] = "sure", ["title"] = "Jag har läst alla förslag" },
        ],
        [
            new() { ["type"] = "Action.Execute", ["title"] = "Spara min röst", ["verb"] = "poll.vote", ["style"] = "positive" },
            Cards.Execute("Visa förslagen", "poll.show"),
            new()
            {
                ["type"] = "Action.ShowCard",
                ["title"] = "Avbryt omröstningen",
                ["card"] = Cards.Card([Cards.TextInput("reason", "Skäl")], [Cards.Execute("Avbryt", "poll.cancel")]),
            },
        ],
        Cards.Refresh("poll.refresh"));

    private static JsonObject Status() => Cards.Card(
    [
        new() { ["type"] = "TextBlock", ["text"] = "Löftet 2020", ["size"] = "large", ["weight"] = "bolder", ["wrap"] = true },
        JsonNode.Parse(
            """
            { "type": "Container", "style": "attention", "items": [
              { "type": "TextBlock", "text": "1 åtgärd är försenad", "wrap": true, "weight": "bolder", "color": "attention" } ] }
            """)!.AsObject(),
        JsonNode.Parse(
            """
            { "type": "FactSet", "facts": [
              { "title": "Period", "value": "1 januari–31 december 2020" },
              { "title": "Dagar kvar", "value": "87" },
              { "title": "Ansvarig enhet", "value": "Samhällsbyggnadsförvaltningen och lokalpolisområde Ystad" } ] }
            """)!.AsObject(),
        JsonNode.Parse(
            """
            { "type": "Table", "firstRowAsHeaders": true, "columns": [ { "width": 3 }, { "width": 1 } ], "rows": [
              { "type": "TableRow", "cells": [
                { "type": "TableCell", "items": [ { "type": "TextBlock", "text": "Åtgärd", "wrap": true } ] },
                { "type": "TableCell", "items": [ { "type": "TextBlock", "text": "Status", "wrap": true } ] } ] },
              { "type": "TableRow", "cells": [
                { "type": "TableCell", "items": [ { "type": "TextBlock", "text": "V1-01 Bättre belysning vid Busstorget", "wrap": true } ] },
                { "type": "TableCell", "items": [ { "type": "TextBlock", "text": "Pågår", "wrap": true, "color": "good" } ] } ] } ] }
            """)!.AsObject(),
        JsonNode.Parse(
            """
            { "type": "ColumnSet", "columns": [
              { "type": "Column", "width": "stretch", "items": [ { "type": "TextBlock", "text": "Kommunen", "wrap": true } ] },
              { "type": "Column", "width": "auto", "items": [ { "type": "TextBlock", "text": "3 av 7", "isSubtle": true } ] } ] }
            """)!.AsObject(),
    ]);
}
