using System.Text;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Photos;

/// <summary>Photos that members send in the chat.</summary>
public sealed class PhotoDialogTests : IDisposable
{
    private readonly RecordsInMemory _records;
    private readonly Chat _chat;

    public PhotoDialogTests()
    {
        Story story = A.Story();
        WalkNumber walk = story.CarryOutWalk();
        story.Propose(walk);
        _records = new RecordsInMemory(story.Partnership);
        _chat = new Chat(_records, A.Noon);
    }

    public void Dispose() => _chat.Dispose();

    [Fact]
    public async Task Member_SendsAPhotoAtItsQuestion_TheProposalHasIt()
    {
        await AnswerAsync("nytt förslag", "Torget", "1", "Mörkt", "Byt lampor");

        Said check = await _chat.WriteAsync(A.Communicator, "", _chat.Picture(Pictures.RedAndBlue(400, 300)));
        Assert.Contains("1 foto", check.Words, StringComparison.Ordinal);
        await AnswerAsync("spara");

        PhotoId photo = _records.Partnership.Proposals[A.Proposal(2)].Photo!.Value;
        Assert.True(_records.Photos.ContainsKey(photo));
        Image image = Assert.Single((await _chat.WriteAsync(A.Communicator, "V1-02")).Card.Body.OfType<Image>());
        Assert.StartsWith("data:image/jpeg;base64,", image.Url, StringComparison.Ordinal);
        Assert.Equal("Foto av platsen: Torget", image.AltText);
    }

    [Fact]
    public async Task Member_SendsAPhotoWithAnEarlierAnswer_BothAreKept()
    {
        await AnswerAsync("nytt förslag");

        Said next = await _chat.WriteAsync(A.Communicator, "Torget", _chat.Picture(Pictures.RedAndBlue(40, 30)));

        Assert.Contains("Jag har fått fotot.", next.Words, StringComparison.Ordinal);
        Assert.Contains("Steg 2 av 5", next.Words, StringComparison.Ordinal);
        await AnswerAsync("1", "Mörkt", "Byt lampor", "spara");
        Assert.NotNull(_records.Partnership.Proposals[A.Proposal(2)].Photo);
    }

    [Fact]
    public async Task Member_SendsAnotherPhotoOrCancels_NoPhotoIsLeftBehind()
    {
        await AnswerAsync("nytt förslag", "Torget", "1", "Mörkt", "Byt lampor");
        await _chat.WriteAsync(A.Communicator, "", _chat.Picture(Pictures.RedAndBlue(400, 300)));
        PhotoId first = Assert.Single(_records.Photos).Key;

        await _chat.WriteAsync(A.Communicator, "", _chat.Picture(Pictures.RedAndBlue(300, 400)));
        Assert.NotEqual(first, Assert.Single(_records.Photos).Key);

        await AnswerAsync("avbryt");
        Assert.Empty(_records.Photos);
    }

    [Fact]
    public async Task Member_SendsSomethingElseThanAPicture_IsToldAndKeepsTheAnswers()
    {
        await AnswerAsync("nytt förslag", "Torget", "1", "Mörkt", "Byt lampor");

        Said notAPicture = await _chat.WriteAsync(A.Communicator, "", _chat.Picture("%PDF-1.7"u8.ToArray()));
        Said lost = await _chat.WriteAsync(A.Communicator, "", _chat.LostPicture());
        Said file = await _chat.WriteAsync(A.Communicator, "", new Attachment { ContentType = AttachmentContentTypes.FileDownloadInfo });

        Assert.Contains("ingen bild jag kan läsa", notAPicture.Words, StringComparison.Ordinal);
        Assert.Contains("Jag kunde inte hämta bilden", lost.Words, StringComparison.Ordinal);
        Assert.Contains("Jag kunde inte hämta bilden", file.Words, StringComparison.Ordinal);
        Assert.Empty(_records.Photos);
        Assert.Contains("Torget", (await _chat.WriteAsync(A.Communicator, "hoppa över")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_SendsAPhotoWithTheReference_TheProposalHasIt()
    {
        Said said = await _chat.WriteAsync(A.Communicator, "foto V1-01", _chat.Picture(Pictures.RedAndBlue(40, 30)));

        Assert.Equal("Fotot är sparat på **V1-01**. Skriv **förslag V1-01** så ser du det.", said.Text);
        Assert.NotNull(_records.Partnership.Proposals[A.Proposal(1)].Photo);
    }

    [Fact]
    public async Task Member_AsksToAddAPhoto_IsAskedForIt()
    {
        Said asked = await _chat.WriteAsync(A.Communicator, "foto V1-01");
        Assert.Contains("Steg 1 av 1", asked.Words, StringComparison.Ordinal);
        Assert.Contains("Jag behöver en bild", (await _chat.WriteAsync(A.Communicator, "här är den")).Words, StringComparison.Ordinal);

        await _chat.WriteAsync(A.Communicator, "", _chat.Picture(Pictures.RedAndBlue(40, 30)));
        Said saved = await _chat.WriteAsync(A.Communicator, "spara");

        Assert.Equal("Fotot är sparat på **V1-01**. Skriv **förslag V1-01** så ser du det.", saved.Text);
    }

    [Fact]
    public async Task Card_OfAProposalWithAPhotoThatHardlyCanBeMadeSmall_StaysWithinItsBound()
    {
        await _chat.WriteAsync(A.Communicator, "foto V1-01", _chat.Picture(Pictures.Noise(1200)));

        AdaptiveCard card = (await _chat.WriteAsync(A.Communicator, "förslag V1-01")).Card;

        Assert.InRange(Encoding.UTF8.GetByteCount(CardJson.WriteString(card)), 1, 25 * 1024);
    }

    private async Task AnswerAsync(params string[] answers)
    {
        foreach (string answer in answers)
        {
            await _chat.WriteAsync(A.Communicator, answer);
        }
    }
}
