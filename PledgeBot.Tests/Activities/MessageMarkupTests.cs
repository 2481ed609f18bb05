using PledgeBot.Teams.Activities;

namespace PledgeBot.Tests.Activities;

/// <summary>Messages as Teams writes them in HTML, read as text.</summary>
public sealed class MessageMarkupTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("mörkt", "mörkt")]
    [InlineData("<p>Det är <strong>mörkt</strong>&nbsp;här.</p>\n<p>Och   halt.</p>", "Det är mörkt här.\nOch halt.")]
    [InlineData("<div><div>Ett<br>Två</div></div>", "Ett\nTvå")]
    [InlineData("<ul><li>Lampor</li><li>Buskar</li></ul>", "Lampor\nBuskar")]
    [InlineData("<table><tr><td>Plats</td><td>Torget</td></tr></table>", "Plats Torget")]
    [InlineData("a &lt;b&gt; &amp; c", "a <b> & c")]
    [InlineData("Bra <img itemtype=\"http://schema.skype.com/Emoji\" alt=\"🙂\"> där", "Bra 🙂 där")]
    [InlineData("Bra <emoji id=\"smile\" alt=\"🙂\" title=\"Le\"></emoji>", "Bra 🙂")]
    [InlineData("Se <img src=\"https://x/1\" alt=\"bild\"> här", "Se här")]
    [InlineData("Se <a href=\"https://example.se\">kartan</a>", "Se kartan")]
    [InlineData("<attachment id=\"1\"></attachment><p>Hej</p>", "Hej")]
    [InlineData("<script>alert(1)</script><style>p{}</style><p>Hej</p>", "Hej")]
    [InlineData("<p>Oavslutat <b>men läst", "Oavslutat men läst")]
    public void Text_Markup_IsReadAsWords(string html, string text) => Assert.Equal(text, MessageMarkup.Parse(html).Text());

    [Theory]
    [InlineData("<at id=\"0\">Anna Ek</at>, kan du titta på lampan?", "kan du titta på lampan?")]
    [InlineData("<p><span itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">Anna Ek</span>&nbsp;Lampan är trasig</p>", "Lampan är trasig")]
    [InlineData("Hej <at id=\"0\">Anna Ek</at>! Lampan är trasig :)", "Hej! Lampan är trasig :)")]
    [InlineData("Lampan är trasig <at id=\"0\">Anna</at> <at id=\"1\">Bo</at>.", "Lampan är trasig.")]
    [InlineData("Be <at id=\"0\">Anna</at> laga lampan", "Be laga lampan")]
    public void Text_MentionedPeople_AreNotNamed(string html, string text) => Assert.Equal(text, MessageMarkup.Parse(html).Text());

    [Theory]
    [InlineData("<p><img itemscope=\"png\" src=\"https://x/1\"></p>", true)]
    [InlineData("<img itemtype=\"http://schema.skype.com/AMSImage\" src=\"https://x/1\">", true)]
    [InlineData("<img itemtype=\"http://schema.skype.com/Emoji\" alt=\"🙂\">", false)]
    [InlineData("<img itemtype=\"http://schema.skype.com/Giphy\">", false)]
    [InlineData("<p>&lt;img&gt;</p>", false)]
    [InlineData("", false)]
    public void ShowsPicture_OnlyWhatSomebodyTookOrChose(string html, bool shows) => Assert.Equal(shows, MessageMarkup.Parse(html).ShowsPicture());

    [Fact]
    public void Text_NestedDeeperThanAnyEditorMakesIt_IsReadWithoutFailing()
    {
        string deep = string.Concat(Enumerable.Repeat("<div>", 20_000));

        Assert.Equal("före", MessageMarkup.Parse("<p>före</p>" + deep + "<img src=\"x\">djupt").Text());
        Assert.False(MessageMarkup.Parse(deep + "<img src=\"x\">").ShowsPicture());
    }
}
