using PledgeBot.Dialogs.Parts;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Tests.Parts;

public sealed class ProportionBarTests
{
    [Fact]
    public void Draw_SegmentWithoutShare_IsLeftOut()
    {
        ColumnSet? bar = ProportionBar.Draw(
            new BarSegment(3, ContainerStyle.Good),
            new BarSegment(0, ContainerStyle.Attention),
            new BarSegment(1, ContainerStyle.Accent));

        Assert.NotNull(bar);
        Assert.Equal([ContainerStyle.Good, ContainerStyle.Accent], bar.Columns.Select(column => column.Style));
        Assert.Equal([3m, 1m], bar.Columns.Select(column => column.Width!.Value.Share));
    }

    [Fact]
    public void Draw_NoShares_IsNothing() => Assert.Null(ProportionBar.Draw(new BarSegment(0, ContainerStyle.Good)));
}
