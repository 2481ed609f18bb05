namespace PledgeBot.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void One_Is_One() => Assert.Equal(1, 1);
}
