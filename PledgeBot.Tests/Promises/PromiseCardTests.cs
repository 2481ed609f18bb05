using PledgeBot.Dialogs.Promises;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Promises;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Parts;

namespace PledgeBot.Tests.Promises;

public sealed class PromiseCardTests : IDisposable
{
    private static readonly PartnershipFormed Formed = new("Tomelilla kommun", "lokalpolisområde Ystad", IsDemo: true);

    private readonly CultureScope _culture = CultureScope.For("sv");

    public void Dispose() => _culture.Dispose();

    [Fact]
    public void Draw_Promise_HasItWordForWord() => Snapshot.Match(PromiseCard.Draw(Promise(), Formed, A.Today).Card);

    [Fact]
    public void Draw_MoreThanACardHolds_SaysHowManyMore()
    {
        Promise promise = Promise() with
        {
            Commitments = [.. Enumerable.Repeat(new string('å', GivePromise.LongestCommitment), 12)],
            Signatories = [.. Enumerable.Repeat(new string('ö', GivePromise.LongestSignatory), 12)],
        };

        AdaptiveCard card = PromiseCard.Draw(promise, Formed, A.Today).Card;

        CardRules.Check(card);
        Assert.Contains("Löftet har 2 punkter till.", CardRules.TextOf(card), StringComparison.Ordinal);
    }

    private static Promise Promise() => new(
        1,
        "Medborgarlöfte 2020",
        [
            "att vid varje genomförd trygghetsvandring välja två föreslagna aktiviteter som ska genomföras under året",
            "att fortsätta med oanmälda hembesök för barn upp till 18 år",
        ],
        A.Period,
        new DateOnly(2020, 6, 3),
        ["kommunstyrelsens ordförande", "chefen för lokalpolisområde Ystad"]);
}
