using System.Text.Json;
using System.Text.Json.Nodes;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Activities;

namespace PledgeBot.Tests.Cards;

public sealed class CardJsonTests
{
    public static TheoryData<string> Elements =>
    [
        """{ "type": "TextBlock", "text": "Förslag", "wrap": true, "size": "Large", "weight": "Bolder", "color": "Good", "isSubtle": true, "spacing": "Small", "separator": true, "horizontalAlignment": "Center", "style": "heading", "maxLines": 2, "fontType": "Monospace", "height": "stretch" }""",
        """{ "text": "typen sist", "id": "t", "isVisible": false, "type": "TextBlock" }""",
        """{ "type": "TextBlock", "text": "okänd egenskap", "wrap": false, "targetWidth": "Narrow", "requires": { "x": "1.0" }, "labelFor": "y" }""",
        """{ "type": "Container", "items": [ { "type": "TextBlock", "text": "a" } ], "style": "emphasis", "bleed": true, "minHeight": "80px", "id": "c", "isVisible": true, "selectAction": { "type": "Action.ToggleVisibility", "targetElements": [ "c", { "elementId": "d", "isVisible": false } ] }, "layouts": [ { "type": "Layout.Flow" } ] }""",
        """{ "type": "ColumnSet", "columns": [ { "type": "Column", "width": "auto", "items": [] }, { "type": "Column", "width": 2, "items": [], "verticalContentAlignment": "Center" }, { "type": "Column", "width": "40px", "items": [], "style": "good", "minHeight": "10px" }, { "type": "Column", "width": 0.5, "items": [] } ] }""",
        """{ "type": "FactSet", "facts": [ { "title": "Plats", "value": "Torget" }, { "title": "Kategori", "value": "Belysning", "extra": 1 } ] }""",
        """{ "type": "Image", "url": "data:image/png;base64,AA==", "altText": "Karta", "size": "Stretch", "style": "Person", "width": "320px", "horizontalAlignment": "Left", "backgroundColor": "#FFFFFF", "msTeams": { "allowExpand": true, "y": 1 } }""",
        """{ "type": "ImageSet", "imageSize": "Small", "images": [ { "type": "Image", "url": "https://example.org/a.png" } ] }""",
        """{ "type": "ActionSet", "actions": [ { "type": "Action.OpenUrl", "title": "Öppna", "url": "https://example.org/", "role": "Link" } ], "horizontalAlignment": "Right" }""",
        """{ "type": "Table", "columns": [ { "width": 1, "horizontalCellContentAlignment": "Right" }, { "width": "80px" } ], "rows": [ { "type": "TableRow", "style": "accent", "cells": [ { "type": "TableCell", "style": "good", "items": [ { "type": "TextBlock", "text": "1" } ] } ] } ], "firstRowAsHeaders": true, "showGridLines": false, "gridStyle": "accent", "verticalCellContentAlignment": "Center" }""",
        """{ "type": "Input.Text", "id": "place", "label": "Plats", "isRequired": true, "errorMessage": "Skriv en plats", "value": "v", "placeholder": "p", "isMultiline": true, "maxLength": 200, "regex": "^.+$", "style": "text", "inlineAction": { "type": "Action.Submit", "title": "Sök" } }""",
        """{ "type": "Input.ChoiceSet", "id": "picks", "label": "Välj två", "choices": [ { "title": "Ett", "value": "1" } ], "value": "1,2", "placeholder": "p", "isMultiSelect": true, "style": "expanded", "wrap": true, "choices.data": { "type": "Data.Query", "dataset": "graph.microsoft.com/users" } }""",
        """{ "type": "Input.Date", "id": "d", "value": "2026-09-14", "min": "2026-01-01", "max": "2026-12-31", "placeholder": "p" }""",
        """{ "type": "Input.Time", "id": "t", "value": "18:00", "min": "08:00", "max": "22:00" }""",
        """{ "type": "Input.Number", "id": "n", "value": 12, "min": 0, "max": 99.5, "label": "Antal" }""",
        """{ "type": "Input.Toggle", "id": "y", "title": "Genomförd", "value": "true", "valueOn": "true", "valueOff": "false", "wrap": true }""",
        """{ "type": "Chart.Gauge", "value": 7, "segments": [ { "legend": "klart", "size": 3 } ], "fallback": "drop" }""",
        """{ "type": "ProgressBar", "value": 0.4, "max": 1, "nested": { "type": "TextBlock" } }""",
        """{ "type": "TextBlock", "text": "a", "fallback": "drop" }""",
        """{ "type": "TextBlock", "text": "a", "fallback": { "type": "Badge", "text": "b" } }""",
        """{ "noType": true }""",
        """{ "type": 7 }""",
    ];

    public static TheoryData<string> Actions =>
    [
        """{ "type": "Action.Execute", "title": "Rösta", "verb": "poll.vote", "data": { "poll": "p1", "rev": 3 }, "associatedInputs": "auto", "style": "positive", "id": "b", "tooltip": "t", "mode": "secondary", "isEnabled": false, "iconUrl": "icon:Vote", "fallback": { "type": "Action.Submit", "title": "Rösta", "data": { "verb": "poll.vote" } } }""",
        """{ "type": "Action.Submit", "title": "Spara", "data": { "msteams": { "type": "task/fetch" } }, "associatedInputs": "none", "msTeams": { "feedback": { "hide": true, "z": 1 } }, "unknown": [ 1 ] }""",
        """{ "type": "Action.ShowCard", "title": "Mer", "card": { "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "TextBlock", "text": "inuti" } ], "actions": [ { "type": "Action.Popover" } ] } }""",
        """{ "type": "Action.ToggleVisibility", "title": "Visa", "targetElements": [ "a", { "elementId": "b", "isVisible": true } ] }""",
        """{ "type": "Action.OpenUrl", "title": "Webb", "url": "https://example.org", "fallback": "drop" }""",
        """{ "type": "Action.ResetInputs", "title": "Töm", "targetInputIds": [ "a" ] }""",
    ];

    [Theory]
    [MemberData(nameof(Elements))]
    public void ReadAndWrite_EveryElement_LosesNothing(string element) =>
        AssertSurvives($$"""{ "type": "AdaptiveCard", "version": "1.5", "body": [ {{element}} ] }""");

    [Theory]
    [MemberData(nameof(Actions))]
    public void ReadAndWrite_EveryAction_LosesNothing(string action) =>
        AssertSurvives($$"""{ "type": "AdaptiveCard", "version": "1.5", "body": [], "actions": [ {{action}} ] }""");

    [Fact]
    public void ReadAndWrite_TheCardItself_LosesNothing() => AssertSurvives(
        """
        { "type": "AdaptiveCard", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "version": "1.2", "lang": "sv", "fallbackText": "f",
          "speak": "s", "body": [], "minHeight": "10px", "rtl": false, "metadata": { "webUrl": "https://example.org" },
          "refresh": { "action": { "type": "Action.Execute", "title": "Uppdatera", "verb": "poll.refresh", "data": { "poll": "p1" } }, "userIds": [], "expires": "2027-01-01T00:00:00Z" },
          "msteams": { "width": "full", "entities": [ { "type": "mention", "text": "<at>Bo</at>", "mentioned": { "id": "29:bo", "name": "Bo" } } ], "z": 1 } }
        """);

    [Fact]
    public void Read_KnownTypes_AreTyped()
    {
        AdaptiveCard card = CardJson.Read("""{ "body": [ { "text": "a", "type": "TextBlock" }, { "type": "Icon" } ], "type": "AdaptiveCard", "version": "1.5" }""");

        Assert.Equal("a", Assert.IsType<TextBlock>(card.Body[0]).Text);
        Assert.Null(Assert.IsType<TextBlock>(card.Body[0]).Wrap);
        Assert.Equal("Icon", Assert.IsType<UnknownElement>(card.Body[1]).Type);
        Assert.Null(card.Actions);
    }

    [Fact]
    public void Write_DrawnCard_IsWhatTeamsExpects()
    {
        var card = new AdaptiveCard
        {
            Lang = "sv",
            Body =
            [
                new TextBlock { Text = "Välj två åtgärder", Size = TextSize.Large, Style = TextStyle.Heading },
                new ColumnSet
                {
                    Columns =
                    [
                        new Column { Width = ColumnWidth.Auto, Items = [new TextBlock { Text = "V1-03" }] },
                        new Column { Width = "stretch" },
                        new Column { Width = 2 },
                        new Column { Width = ColumnWidth.Pixels(80) },
                    ],
                },
                new Image { Url = "https://example.org/a.png", AltText = "Stapel", Fallback = CardElement.Drop },
            ],
            Actions = [new ExecuteAction { Title = "Rösta", Verb = "poll.vote", Data = new JsonObject { ["poll"] = "p1" } }],
            Refresh = new CardRefresh { Action = new ExecuteAction { Verb = "poll.refresh" }, UserIds = ["29:karin"] },
            MsTeams = new MsTeamsCardProperties { Width = CardWidth.Full },
        };

        Wire.AssertSame(
            """
            { "type": "AdaptiveCard", "version": "1.5", "lang": "sv",
              "body": [
                { "type": "TextBlock", "text": "Välj två åtgärder", "wrap": true, "size": "Large", "style": "heading" },
                { "type": "ColumnSet", "columns": [
                  { "type": "Column", "width": "auto", "items": [ { "type": "TextBlock", "text": "V1-03", "wrap": true } ] },
                  { "type": "Column", "width": "stretch", "items": [] },
                  { "type": "Column", "width": 2, "items": [] },
                  { "type": "Column", "width": "80px", "items": [] } ] },
                { "type": "Image", "url": "https://example.org/a.png", "altText": "Stapel", "fallback": "drop" } ],
              "actions": [ { "type": "Action.Execute", "title": "Rösta", "verb": "poll.vote", "data": { "poll": "p1" } } ],
              "refresh": { "action": { "type": "Action.Execute", "verb": "poll.refresh" }, "userIds": [ "29:karin" ] },
              "msteams": { "width": "full" } }
            """,
            CardJson.Write(card));
    }

    [Fact]
    public void WriteString_AnyCard_HasTypeFirstAndReadableLetters()
    {
        string json = CardJson.WriteString(new AdaptiveCard { Body = [new TextBlock { Text = "Åtgärd" }] });

        Assert.StartsWith("""{"type":"AdaptiveCard","version":"1.5",""", json, StringComparison.Ordinal);
        Assert.Contains("""{"type":"TextBlock",""", json, StringComparison.Ordinal);
        Assert.Contains("Åtgärd", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{ "body": 7 }""")]
    [InlineData("""{ "body": [ { "type": "TextBlock" } ] }""")]
    [InlineData("""{ "body": [], "actions": [ { "type": "Action.Execute", "title": "utan verb" } ] }""")]
    public void Read_NotACardThatTeamsTakes_Throws(string json) => Assert.Throws<JsonException>(() => CardJson.Read(json));

    [Fact]
    public void WithSubmitFallback_ExecuteAction_CarriesTheSameDataAndTheVerb()
    {
        var data = new JsonObject { ["poll"] = "p1" };
        ExecuteAction action = new ExecuteAction { Title = "Rösta", Verb = "poll.vote", Data = data, Style = ActionStyle.Positive }.WithSubmitFallback();

        Wire.AssertSame(
            """
            { "type": "AdaptiveCard", "version": "1.5", "body": [], "actions": [
              { "type": "Action.Execute", "title": "Rösta", "verb": "poll.vote", "style": "positive", "data": { "poll": "p1" },
                "fallback": { "type": "Action.Submit", "title": "Rösta", "style": "positive", "data": { "poll": "p1", "verb": "poll.vote" } } } ] }
            """,
            CardJson.Write(new AdaptiveCard { Actions = [action] }));
        Assert.False(data.ContainsKey("verb"));
    }

    [Fact]
    public void OpenTask_SubmitAction_AsksForTheDialog() =>
        Wire.AssertSame(
            """
            { "type": "AdaptiveCard", "version": "1.5", "body": [], "actions": [
              { "type": "Action.Submit", "title": "Nytt förslag", "data": { "walk": 4, "verb": "proposal.new", "msteams": { "type": "task/fetch" } } } ] }
            """,
            CardJson.Write(new AdaptiveCard { Actions = [SubmitAction.OpenTask("Nytt förslag", "proposal.new", new JsonObject { ["walk"] = 4 })] }));

    [Fact]
    public void WithCard_Message_IsACardAloneWithItsSummary()
    {
        var activity = Activity.WithCard(new AdaptiveCard(), "Ny omröstning");

        Wire.AssertSame(
            """
            { "type": "message", "summary": "Ny omröstning", "attachments": [
              { "contentType": "application/vnd.microsoft.card.adaptive", "content": { "type": "AdaptiveCard", "version": "1.5", "body": [] } } ] }
            """,
            TeamsJson.Write(activity));
    }

    private static void AssertSurvives(string json) => Wire.AssertSame(json, CardJson.Write(CardJson.Read(json)));
}
