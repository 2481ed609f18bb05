using System.Collections.Immutable;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Tests.Polls;

public sealed class LotsTests
{
    private static readonly ImmutableArray<ProposalReference> Five = [.. Enumerable.Range(1, 5).Select(number => A.Proposal(number))];

    [Fact]
    public void Draw_SameSeed_DrawsTheSameInWhateverOrderTheOptionsStand()
    {
        string seed = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

        ImmutableArray<ProposalReference> drawn = Lots.Draw(seed, Five, 2);

        Assert.Equal(2, drawn.Length);
        Assert.Equal(drawn, Lots.Draw(seed, [.. Five.Reverse()], 2).AsEnumerable());
        Assert.Equal(drawn, Lots.Draw(seed.ToUpperInvariant(), Five, 2).AsEnumerable());
        Assert.Equal(drawn.Order(), drawn);
    }

    [Fact]
    public void Draw_ManySeeds_GivesEachOptionItsShare()
    {
        int[] drawn = new int[5];
        for (int i = 0; i < 2000; i++)
        {
            foreach (ProposalReference option in Lots.Draw($"{i:x64}", Five, 2))
            {
                drawn[option.Number - 1]++;
            }
        }

        // Each is drawn 800 times on average; six times the standard deviation is about 130.
        Assert.All(drawn, times => Assert.InRange(times, 670, 930));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000000")]
    public void Draw_SeedThatWasNotDrawnAsItShouldBe_Throws(string seed) =>
        Assert.Throws<ArgumentException>(() => Lots.Draw(seed, Five, 1));
}
