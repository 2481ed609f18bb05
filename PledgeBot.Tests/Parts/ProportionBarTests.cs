using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Teams.Cards;
using SkiaSharp;

namespace PledgeBot.Tests.Parts;

public sealed class ProportionBarTests
{
    [Fact]
    public void Draw_Segments_AreAsLongAsTheirShares()
    {
        using var culture = CultureScope.ForEverybody();

        Image bar = ProportionBar.Draw(new BarSegment(3, BarColor.Good), new BarSegment(0, BarColor.Attention), new BarSegment(1, BarColor.Rest))!;

        Assert.Equal("Stapel: 75 procent", bar.AltText);
        using var picture = SKBitmap.Decode(Convert.FromBase64String(bar.Url["data:image/png;base64,".Length..]));
        int middle = picture.Height / 2;
        Assert.Equal(picture.GetPixel(10, middle), picture.GetPixel((picture.Width * 3 / 4) - 10, middle));
        Assert.NotEqual(picture.GetPixel(10, middle), picture.GetPixel((picture.Width * 3 / 4) + 10, middle));
    }

    [Fact]
    public void Draw_NoShares_IsNothing() => Assert.Null(ProportionBar.Draw(new BarSegment(0, BarColor.Good)));
}
