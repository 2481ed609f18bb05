using PledgeBot.Dialogs.Parts;

namespace PledgeBot.Tests.Parts;

public sealed class ClippedTests
{
    [Theory]
    [InlineData("Klipp häcken", 12, "Klipp häcken")]
    [InlineData("Klipp häcken nu", 14, "Klipp häcken…")]
    [InlineData("Klipp häcken, nu", 14, "Klipp häcken…")]
    [InlineData("Belysningsstolpar", 9, "Belysnin…")]
    public void To_Text_EndsAtAWordIfItCan(string text, int longest, string expected)
    {
        string clipped = Clipped.To(text, longest);

        Assert.Equal(expected, clipped);
        Assert.InRange(clipped.Length, 1, longest);
    }

    [Fact]
    public void To_CutInsideACharacterOfTwoHalves_LeavesTheCharacterOut() => Assert.Equal("ab…", Clipped.To("ab😀cdefgh", 4));
}
