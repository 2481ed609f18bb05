using System.Net;
using System.Text.Json.Nodes;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Activities;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Photos;

/// <summary>The ways in which members send pictures, and what becomes of each.</summary>
public sealed class SentPictureTests : IDisposable
{
    private const string FileAddress = "http://localhost:3978/files/1";

    private readonly RecordsInMemory _records;
    private readonly Chat _chat;

    public SentPictureTests()
    {
        Story story = A.Story();
        WalkNumber walk = story.CarryOutWalk();
        story.Propose(walk);
        story.Propose(walk, "Röj buskar");
        _records = new RecordsInMemory(story.Partnership);
        _chat = new Chat(_records, A.Noon);
    }

    private Proposal First => _records.Partnership.Proposals[A.Proposal(1)];

    public void Dispose() => _chat.Dispose();

    [Theory]
    [InlineData(ConversationTypes.Personal)]
    [InlineData(ConversationTypes.GroupChat)]
    [InlineData(ConversationTypes.Channel)]
    public async Task PastedPicture_WhereverTheBotCanFetchIt_IsSaved(string conversationType)
    {
        Said said = await _chat.SendAsync(A.Communicator, conversationType, "foto V1-01", Picture(), Html("<p>foto V1-01 <img src=\"https://x/1\"></p>"));

        Assert.Equal("Fotot är sparat på **V1-01**. Skriv **förslag V1-01** så ser du det.", said.Text);
        Assert.True(_records.Photos.ContainsKey(First.Photo!.Value));
    }

    [Fact]
    public async Task Picture_BeingFetched_TheMemberSeesThatTheBotIsAtWork()
    {
        await _chat.WriteAsync(A.Communicator, "foto V1-01", Picture());
        Assert.Equal(1, _chat.Typing.Times);

        await _chat.WriteAsync(A.Communicator, "status");
        Assert.Equal(1, _chat.Typing.Times);
    }

    [Fact]
    public async Task Picture_WhenTheSignCannotBeShown_IsSavedAllTheSame()
    {
        _chat.Typing.Answer = _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StringContent("") });

        Assert.Equal("Fotot är sparat på **V1-01**. Skriv **förslag V1-01** så ser du det.", (await _chat.WriteAsync(A.Communicator, "foto V1-01", Picture())).Text);
    }

    [Fact]
    public async Task Picture_WhenTheSignIsNeverAnswered_IsSavedAfterTwoSeconds()
    {
        _chat.Typing.Answer = async cancellationToken =>
        {
            var never = new TaskCompletionSource<HttpResponseMessage>();
            await using CancellationTokenRegistration _ = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
            _chat.Time.Advance(TimeSpan.FromSeconds(2));
            return await never.Task;
        };

        Assert.Equal("Fotot är sparat på **V1-01**. Skriv **förslag V1-01** så ser du det.", (await _chat.WriteAsync(A.Communicator, "foto V1-01", Picture())).Text);
    }

    [Fact]
    public async Task SeveralPictures_TheFirstIsTaken_AndTheMemberToldSo()
    {
        Attachment first = Picture();

        Said said = await _chat.SendAsync(A.Communicator, ConversationTypes.Personal, "foto V1-01", first, new Attachment { ContentType = "image/*", ContentUrl = "http://localhost:3978/2" });

        Assert.Equal("Fotot är sparat på **V1-01**. Skriv **förslag V1-01** så ser du det. Du skickade flera bilder. Jag tog den första.", said.Text);
        Assert.Single(_records.Photos);
        Assert.Single(_chat.Connector.Requests);
    }

    [Fact]
    public async Task SeveralPictures_InTheMiddleOfADialog_TheMemberIsTold()
    {
        await _chat.WriteAsync(A.Communicator, "foto V1-01");

        Said said = await _chat.SendAsync(A.Communicator, ConversationTypes.Personal, "", Picture(), new Attachment { ContentType = "image/*", ContentUrl = "http://localhost:3978/2" });

        Assert.Contains("Jag har fått fotot. Du skickade flera bilder. Jag tog den första.", said.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ConversationTypes.Channel, "foto V1-01", "skicka den där")]
    [InlineData(ConversationTypes.GroupChat, "foto V1-01", "skicka den där")]
    [InlineData(ConversationTypes.Channel, "", "skicka den där")]
    [InlineData(ConversationTypes.Personal, "foto V1-01", "klistra in bilden")]
    [InlineData(ConversationTypes.Personal, "", "klistra in bilden")]
    public async Task PictureOnlyInTheMarkup_IsDetected_AndTheMemberToldWhatToDo(string conversationType, string text, string what)
    {
        Said said = await _chat.SendAsync(
            A.Communicator, conversationType, text, Html("<p><img itemscope=\"png\" src=\"https://eu-api.asm.skype.com/v1/objects/1/views/imgo\"></p>"));

        Assert.Contains(what, said.Text, StringComparison.Ordinal);
        Assert.Empty(_records.Photos);
        Assert.Empty(_chat.Connector.Requests);
        Assert.Equal(0, _chat.Typing.Times);
    }

    [Theory]
    [InlineData("bild.JPG", true)]
    [InlineData("bild.heic", true)]
    [InlineData("protokoll.docx", false)]
    [InlineData(null, false)]
    public async Task FileInTheChannel_IsOnlyAReference_AndDetectedWhenItIsAPicture(string? name, bool isPicture)
    {
        Said said = await _chat.SendAsync(
            A.Communicator,
            ConversationTypes.Channel,
            "",
            new Attachment { ContentType = "reference", Name = name, ContentUrl = "https://tomelilla.sharepoint.com/sites/x/bild" });

        Assert.Equal(isPicture, said.Text?.Contains("skicka den där", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("<p>status <img itemtype=\"http://schema.skype.com/Emoji\" alt=\"🙂\"></p>")]
    [InlineData("<p>status</p>")]
    public async Task MarkupWithoutAPicture_IsJustAMessage(string html)
    {
        Said said = await _chat.SendAsync(A.Communicator, ConversationTypes.Personal, "status", Html(html));

        Assert.NotNull(said.Shown);
    }

    [Fact]
    public async Task PictureThatMayNotBeReadInTheChannel_TheMemberIsToldToSendItInPersonal()
    {
        Said said = await _chat.SendAsync(A.Communicator, ConversationTypes.Channel, "foto V1-01", _chat.LostPicture());

        Assert.Contains("skicka den där", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PictureWithoutAWord_InPersonal_IsReceivedAndItsProposalAskedFor()
    {
        Said which = await _chat.WriteAsync(A.Communicator, "", Picture());
        Said check = await _chat.WriteAsync(A.Communicator, "v1-1");
        Said saved = await _chat.WriteAsync(A.Communicator, "spara");

        Assert.Contains("Jag har fått fotot.", which.Words, StringComparison.Ordinal);
        Assert.Contains("Vilket förslag hör fotot till?", which.Words, StringComparison.Ordinal);
        Assert.Contains("V1-01 Gångtunneln", which.Words, StringComparison.Ordinal);
        Assert.Contains("1 foto", check.Words, StringComparison.Ordinal);
        Assert.Contains("V1-01", saved.Words, StringComparison.Ordinal);
        Assert.NotNull(First.Photo);
    }

    [Fact]
    public async Task PictureWithoutAWord_ChosenByNumberInTheList_BelongsToThatProposal()
    {
        await _chat.WriteAsync(A.Communicator, "", Picture());
        await _chat.WriteAsync(A.Communicator, "1");
        await _chat.WriteAsync(A.Communicator, "spara");

        Assert.NotNull(_records.Partnership.Proposals[A.Proposal(2)].Photo);
    }

    [Fact]
    public async Task PictureWithoutAWord_Cancelled_LeavesNothing()
    {
        await _chat.WriteAsync(A.Communicator, "", Picture());
        Assert.Single(_records.Photos);

        await _chat.WriteAsync(A.Communicator, "avbryt");

        Assert.Empty(_records.Photos);
    }

    [Fact]
    public async Task PictureWithoutAWord_WhenThereIsNoProposal_SaysWhatToDo()
    {
        _records.Partnership = A.Story().Partnership;

        Said said = await _chat.WriteAsync(A.Communicator, "", Picture());

        Assert.Contains("inget förslag att lägga ett foto till", said.Text, StringComparison.Ordinal);
        Assert.Empty(_records.Photos);
    }

    [Fact]
    public async Task PictureWithoutAWord_InTheChannel_IsAcknowledged()
    {
        Said said = await _chat.WriteInChannelAsync(A.Communicator, "", Picture());

        Assert.StartsWith("Bilden har kommit fram, men jag har inte sparat den.", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PictureWithTheFirstWordsOfADialog_IsKeptForItsQuestion()
    {
        Said begun = await _chat.WriteAsync(A.Communicator, "nytt förslag V1", Picture());
        foreach (string answer in (string[])["Torget", "1", "Mörkt", "Byt lampor", "spara"])
        {
            await _chat.WriteAsync(A.Communicator, answer);
        }

        Assert.Contains("Jag har fått fotot.", begun.Words, StringComparison.Ordinal);
        Assert.NotNull(_records.Partnership.Proposals[A.Proposal(3)].Photo);
    }

    [Fact]
    public async Task Heic_IsKnownForWhatItIs_AndTheMemberToldWhatToDo()
    {
        byte[] heic = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, 1, 2, 3];

        Said said = await _chat.WriteAsync(A.Communicator, "foto V1-01", _chat.Picture(heic));

        Assert.StartsWith("Bilden är i formatet HEIC", said.Text, StringComparison.Ordinal);
        Assert.Contains("kameran", said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("PNG")]
    [InlineData(null)]
    public async Task PictureFile_InPersonal_IsFetchedWithoutTheBotsTokenAndSaved(string? type)
    {
        _chat.Connector.Answers(new ByteArrayContent(Pictures.RedAndBlue(40, 30)));

        Said said = await _chat.SendAsync(A.Communicator, ConversationTypes.Personal, "foto V1-01", File(type));

        Assert.Equal("Fotot är sparat på **V1-01**. Skriv **förslag V1-01** så ser du det.", said.Text);
        Assert.Equal((FileAddress, null), (Assert.Single(_chat.Connector.Requests).Address, _chat.Connector.Requests[0].Authorization));
        Assert.Equal(1, _chat.Typing.Times);
    }

    [Fact]
    public async Task PictureFile_AtThePhotosQuestion_IsTheAnswer()
    {
        _chat.Connector.Answers(new ByteArrayContent(Pictures.RedAndBlue(40, 30)));
        await _chat.WriteAsync(A.Communicator, "foto V1-01");

        await _chat.SendAsync(A.Communicator, ConversationTypes.Personal, "", File("jpg"));
        await _chat.WriteAsync(A.Communicator, "spara");

        Assert.NotNull(First.Photo);
    }

    [Fact]
    public async Task PictureFileAmongOthers_IsTheOneThatIsTaken()
    {
        _chat.Connector.Answers(new ByteArrayContent(Pictures.RedAndBlue(40, 30)));

        Said said = await _chat.SendAsync(A.Communicator, ConversationTypes.Personal, "foto V1-01", File("pdf"), File("jpg"));

        Assert.Equal("Fotot är sparat på **V1-01**. Skriv **förslag V1-01** så ser du det.", said.Text);
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("docx")]
    public async Task FileThatIsNoPicture_IsNotFetched(string type)
    {
        Said said = await _chat.SendAsync(A.Communicator, ConversationTypes.Personal, "foto V1-01", File(type));

        Assert.Contains("ingen bild jag kan läsa", said.Text, StringComparison.Ordinal);
        Assert.Empty(_chat.Connector.Requests);
    }

    [Fact]
    public async Task FileThatOnlyIsNamedAsAPicture_IsKnownForWhatItIs()
    {
        _chat.Connector.Answers(new ByteArrayContent("%PDF-1.7"u8.ToArray()));

        Said said = await _chat.SendAsync(A.Communicator, ConversationTypes.Personal, "foto V1-01", File("jpg"));

        Assert.Contains("ingen bild jag kan läsa", said.Text, StringComparison.Ordinal);
        Assert.Empty(_records.Photos);
    }

    [Theory]
    [InlineData("https://example.se/bild.jpg")]
    [InlineData("file:///etc/passwd")]
    [InlineData("bild.jpg")]
    [InlineData(null)]
    public async Task PictureFile_WithAnAddressThatIsNotAllowed_IsNotFetched(string? address)
    {
        Said said = await _chat.SendAsync(A.Communicator, ConversationTypes.Personal, "foto V1-01", File("jpg", address));

        Assert.Contains("Jag kunde inte hämta bilden", said.Text, StringComparison.Ordinal);
        Assert.Empty(_chat.Connector.Requests);
    }

    private static Attachment Html(string html) => new()
    {
        ContentType = AttachmentContentTypes.Html,
        Content = System.Text.Json.JsonElement.Parse(JsonValue.Create(html)!.ToJsonString()),
    };

    // The connector is local here, and files lie beside it.
    private static Attachment File(string? type, string? address = FileAddress) => new()
    {
        ContentType = AttachmentContentTypes.FileDownloadInfo,
        ContentUrl = "https://tomelilla-my.sharepoint.com/personal/anna/Documents/fil",
        Content = System.Text.Json.JsonElement.Parse(new JsonObject { ["downloadUrl"] = address, ["fileType"] = type }.ToJsonString()),
    };

    private Attachment Picture() => _chat.Picture(Pictures.RedAndBlue(40, 30));
}
