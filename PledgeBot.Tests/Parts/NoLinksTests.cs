using PledgeBot.Dialogs.Parts;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Tests.Parts;

public sealed class NoLinksTests
{
    private const string Written = "Se [kommunens sida](http://example.org/ond)";

    [Fact]
    public void Card_WithALinkInWhatSomebodyWrote_ShowsItAsText()
    {
        AdaptiveCard card = CardFrame.Of(
            Written,
            [
                Line.Of(Written),
                new FactList { { Written, Written } }.Draw(),
                new Container { Items = [Line.Of(Written)] },
                new InputChoiceSet { Choices = [new InputChoice { Title = Written, Value = "V1-01" }] },
                new ColumnSet { Columns = [new Column { Items = [Line.Of(Written)] }] },
            ]);

        Assert.DoesNotContain("](", CardJson.WriteString(card), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_WithoutALink_IsUnchanged() => Assert.Equal("**Plats** [1] (2)", NoLinks.In("**Plats** [1] (2)"));
}
