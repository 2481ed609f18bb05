using System.Text.Json;
using System.Text.Json.Nodes;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Tests.Turns;

public sealed class PartnershipStampTests
{
    private static readonly PartnershipId Partnership = PartnershipId.New(A.Noon);

    [Fact]
    public void On_ActionsWhereverTheyLie_StampsEachOfThem()
    {
        ExecuteAction Press() => new ExecuteAction { Title = "a", Verb = "v" }.WithSubmitFallback();
        var card = new AdaptiveCard
        {
            Body =
            [
                new Container { SelectAction = Press(), Items = [new ActionSet { Actions = [Press(), SubmitAction.OpenTask("b", "form.open")] }] },
                new ColumnSet { Columns = [new Column { SelectAction = Press(), Items = [new Image { Url = "https://example.org/a", SelectAction = Press() }] }] },
                new Table { Rows = [new TableRow { Cells = [new TableCell { SelectAction = Press() }] }] },
                new InputText { Id = "i", InlineAction = Press() },
            ],
            Actions =
            [
                new ShowCardAction { Title = "c", Card = new AdaptiveCard { Actions = [Press()] } },
                new ToggleVisibilityAction { Title = "d", TargetElements = ["i"] },
                new OpenUrlAction { Title = "e", Url = "https://example.org" },
            ],
            Refresh = new CardRefresh { Action = new ExecuteAction { Verb = "card.view" }, UserIds = [] },
        };

        string stamped = CardJson.WriteString(CardJson.Read(PartnershipStamp.On(CardJson.Write(card), Partnership)));

        Stamps.Check(stamped, Partnership);
        Assert.Equal(16, stamped.Split(Partnership.ToString()).Length - 1);
    }

    [Fact]
    public void On_WhatIsStampedAlready_LeavesItAsItIs()
    {
        var other = PartnershipId.New(A.Noon);
        JsonElement once = PartnershipStamp.On(CardJson.Write(new AdaptiveCard { Actions = [new ExecuteAction { Verb = "v" }] }), other);

        Assert.True(JsonElement.DeepEquals(once, PartnershipStamp.On(once, Partnership)));
    }

    [Fact]
    public void On_EverythingElse_IsAsItWas()
    {
        var json = JsonElement.Parse("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"å \"ä\" \u20ac"},null,1.50,true,{"type":7},[]],"data":{"a":1}}""");

        Assert.True(JsonElement.DeepEquals(json, PartnershipStamp.On(json, Partnership)));
    }

    [Theory]
    [InlineData("""{"action":{"verb":"v","data":{"partnership":"{0}"}},"trigger":"manual"}""")]
    [InlineData("""{"data":{"partnership":"{0}"},"context":{"theme":"dark"}}""")]
    [InlineData("""{"verb":"v","partnership":"{0}"}""")]
    public void Read_APressOfAnyKind_IsTheStamp(string value) =>
        Assert.Equal(Partnership, PartnershipStamp.Read(With(value.Replace("{0}", Partnership.ToString(), StringComparison.Ordinal))));

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"partnership":null}""")]
    [InlineData("""{"partnership":{}}""")]
    [InlineData("""{"partnership":"V1"}""")]
    [InlineData("""{"partnership":"\ud800"}""")]
    [InlineData("""{"action":{"data":"x"}}""")]
    public void Read_AnythingElse_IsNothing(string value) => Assert.Null(PartnershipStamp.Read(With(value)));

    [Fact]
    public void Keys_OfIdsOfAnyLength_AreBoundedAndDifferent()
    {
        string[] KeysOf(string id, string conversation) => [.. ReceivedKeys.Of(new Activity
        {
            Type = ActivityTypes.Invoke,
            Name = InvokeNames.TaskSubmit,
            Id = id,
            ChannelId = "msteams",
            Conversation = new ConversationAccount { Id = conversation },
            Value = JsonElement.Parse(new JsonObject { ["data"] = new JsonObject { ["nonce"] = id } }.ToJsonString()),
        })];
        string longest = new('x', 5000);

        string[] keys = [.. KeysOf(longest, "a"), .. KeysOf(longest + "y", "a"), .. KeysOf("1", longest), .. KeysOf("2", longest)];

        Assert.Equal(8, keys.Distinct().Count());
        Assert.All(keys, key => Assert.InRange(key.Length, 1, 200));
    }

    private static Activity With(string value) => new() { Type = ActivityTypes.Invoke, Value = JsonElement.Parse(value) };
}
