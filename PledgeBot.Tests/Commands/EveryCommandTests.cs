using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Activities;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Polls;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Commands;

/// <summary>Every command, wherever it is written and whatever the member is in the middle of.</summary>
public sealed class EveryCommandTests : IDisposable
{
    private const string NotUnderstood = "Jag förstod inte";
    private const string Busy = "Du håller redan på med";

    private readonly CultureScope _culture = CultureScope.For("sv");

    public void Dispose() => _culture.Dispose();

    public static TheoryData<string, string> Scopes()
    {
        var scopes = new TheoryData<string, string>();
        foreach (string language in (string[])["sv", "en"])
        {
            scopes.Add(ConversationTypes.Personal, language);
            scopes.Add(ConversationTypes.GroupChat, language);
            scopes.Add(ConversationTypes.Channel, language);
        }

        return scopes;
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task Write_EveryPhrase_IsUnderstoodAndAnsweredOnce(string scope, string language)
    {
        foreach (string text in Texts(language))
        {
            using Chat chat = Begin();

            Said said = await chat.WriteInAsync(scope, A.Coordinator, text);

            Assert.False(said.Words.Contains(NotUnderstood, StringComparison.Ordinal), $"{text}: {said.Words}");
        }
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task Write_EveryPhraseInTheMiddleOfADialog_IsUnderstoodAndAnsweredOnce(string scope, string language)
    {
        // A name, such as a member's, can be an answer; so a phrase with free words after it is one, and so are the words of some commands.
        foreach (string text in Texts(language).Except(AnswersAlone(language)).Where(text => !text.EndsWith("Eva Ek", StringComparison.Ordinal)))
        {
            using Chat plain = Begin();
            using Chat chat = Begin();
            Assert.Contains("Steg 1 av", (await chat.WriteAsync(A.Coordinator, "nytt förslag V3")).Words, StringComparison.Ordinal);

            Said expected = await plain.WriteInAsync(scope, A.Coordinator, text);
            Said said = await chat.WriteInAsync(scope, A.Coordinator, text);

            // What begins a dialog is busy, and "hjälp", "ändra" and the dialog's own phrase are about the question that waits. Any text
            // taken for an answer would have led to the second question.
            Assert.True(
                WithoutReceipt(said) == WithoutReceipt(expected) && said.Shown?.FallbackText == expected.Shown?.FallbackText
                || said.Words.Contains(Busy, StringComparison.Ordinal)
                || (scope == ConversationTypes.Personal && said.Words.Contains("Steg 1 av", StringComparison.Ordinal)),
                $"{text}: {said.Words} but outside the dialog {expected.Words}");
            Assert.Contains("Steg 2 av", (await chat.WriteAsync(A.Coordinator, "Gångtunneln")).Words, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(ConversationTypes.Personal)]
    [InlineData(ConversationTypes.Channel)]
    public async Task Write_ByAMemberWithoutDuties_IsAnsweredOnce(string scope)
    {
        foreach (string text in Texts("sv"))
        {
            using Chat chat = Begin();

            Assert.NotEmpty((await chat.WriteInAsync(scope, A.RescueService, text)).Words);
        }
    }

    [Theory]
    [InlineData("ändra V1-01")]
    [InlineData("ändra åtgärd")]
    public async Task Write_ACommandThatBeginsAsAWordOfDialogs_IsTheCommandUnlessItNamesAQuestion(string text)
    {
        using Chat chat = Begin();
        await chat.WriteAsync(A.Coordinator, "nytt förslag V3");

        Assert.DoesNotContain("Steg", (await chat.WriteAsync(A.Coordinator, text)).Text ?? "", StringComparison.Ordinal);
        await chat.WriteAsync(A.Coordinator, "Gångtunneln");
        Assert.Contains("Steg 1 av", (await chat.WriteAsync(A.Coordinator, "ändra plats")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_ThePhraseOfSmallTalkInTheMiddleOfADialog_IsAnAnswer()
    {
        using Chat chat = Begin();
        await chat.WriteAsync(A.Coordinator, "nytt förslag V3");

        Assert.Contains("Steg 2 av", (await chat.WriteAsync(A.Coordinator, "Bra")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task Write_ThePhraseOfACommandThatIsAnAnswerAlone_InTheMiddleOfADialog_IsAnAnswer(string language)
    {
        IEnumerable<string> texts = AnswersAlone(language);
        Assert.NotEmpty(texts);
        foreach (string text in texts)
        {
            using Chat chat = Begin();
            await chat.WriteAsync(A.Coordinator, "nytt förslag V3");

            Assert.Contains("Steg 2 av", (await chat.WriteAsync(A.Coordinator, text)).Words, StringComparison.Ordinal);
        }
    }

    private static string[] AnswersAlone(string language)
    {
        using Chat chat = Begin();
        using var culture = CultureScope.For(language);
        return [.. chat.Commands.Commands.Where(command => command.IsAnswerAlone).SelectMany(command => command.AllPhrases)];
    }

    private static string WithoutReceipt(Said said) => AnyReceipt.Hide(said.Text ?? "");

    private static Chat Begin()
    {
        Story story = A.Story();
        story.Decide();
        WalkNumber walk = story.WalkWithCandidates(3);
        story.OpenPoll(walk);
        story.CarryOutWalk();
        return new Chat(new RecordsInMemory(story.Partnership), story.Now);
    }

    private static List<string> Texts(string language)
    {
        using Chat chat = Begin();
        using var culture = CultureScope.For(language);
        return
        [
            .. chat.Commands.Commands.Where(command => !command.IsSmallTalk).SelectMany(command => command.AllPhrases),
            .. chat.Commands.Commands.Where(command => command.Argument().Length > 0).Select(command => $"{command.Phrase} {command.Argument()}"),
        ];
    }
}
