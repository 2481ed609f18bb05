namespace PledgeBot.Tests.Manifest;

/// <summary>The icons: their sizes, and that the outline is white on nothing.</summary>
public sealed class IconTests
{
    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Icon_Size_IsWhatTeamsAsksFor(string file, int size)
    {
        var icon = PngImage.Read(Repository.PathOf("manifest", file));

        Assert.Equal((size, size), (icon.Width, icon.Height));
    }

    [Fact]
    public void Outline_IsWhiteOnTransparent()
    {
        var icon = PngImage.Read(Repository.PathOf("manifest", "outline.png"));

        Assert.True(icon.HasAlpha, "The outline cannot be transparent.");
        Assert.Contains(icon.Pixels, pixel => pixel.Alpha == 255);
        Assert.True(icon.Pixels.Count(pixel => pixel.Alpha == 0) > icon.Pixels.Count / 2, "Most of an outline is nothing.");
        Assert.All(icon.Pixels.Where(pixel => pixel.Alpha > 0), pixel => Assert.Equal((255, 255, 255), (pixel.Red, pixel.Green, pixel.Blue)));
    }

    [Fact]
    public void Color_IsOpaque()
    {
        var icon = PngImage.Read(Repository.PathOf("manifest", "color.png"));

        Assert.All(icon.Pixels, pixel => Assert.Equal(255, pixel.Alpha));
    }
}
