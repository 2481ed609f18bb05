using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Parts;

/// <summary>One part of a <see cref="ProportionBar"/>.</summary>
/// <param name="Share">Its length in proportion to the other parts; 0 leaves it out.</param>
/// <param name="Style">Its colour; one of <see cref="ContainerStyle"/>.</param>
internal readonly record struct BarSegment(int Share, string Style);

/// <summary>A bar drawn from coloured columns, each as wide as its share, which every client of Teams can show.</summary>
/// <remarks>Colours are never the only signal: whoever draws a bar says the same in a text beside it.</remarks>
internal static class ProportionBar
{
    private const string Height = "8px";

    // A column without content is left out by some clients; a space that does not break is content.
    private const string Blank = "\u00a0";

    /// <summary>Draws the bar; nothing when no segment has a share.</summary>
    public static ColumnSet? Draw(params ReadOnlySpan<BarSegment> segments)
    {
        var columns = new List<Column>(segments.Length);
        foreach (BarSegment segment in segments)
        {
            if (segment.Share > 0)
            {
                columns.Add(new Column
                {
                    Width = segment.Share,
                    Style = segment.Style,
                    MinHeight = Height,
                    Spacing = Spacing.None,
                    Items = [new TextBlock { Text = Blank, Size = TextSize.Small, Wrap = null }],
                });
            }
        }

        return columns.Count == 0 ? null : new ColumnSet { Columns = columns, Spacing = Spacing.Small };
    }
}
