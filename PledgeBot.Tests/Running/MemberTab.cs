using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PledgeBot.Tests.Running;

/// <summary>A member's own tab at the stand-in for Teams, in a real browser.</summary>
internal sealed class MemberTab(IPage page)
{
    private const string Channel = "Trygghet";

    /// <summary>Gets the page.</summary>
    public IPage Page => page;

    private ILocator Form => page.GetByRole(AriaRole.Dialog);

    /// <summary>Opens a tab as a member, in the channel.</summary>
    public static async Task<MemberTab> OpenAsync(IBrowserContext browser, StartedProgram program, string member)
    {
        IPage page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(program.Address, $"?member={Uri.EscapeDataString(member)}").AbsoluteUri);
        await Expect(page.GetByLabel($"Nytt inlägg i {Channel}")).ToBeVisibleAsync();
        return new MemberTab(page);
    }

    /// <summary>Writes a new post in the channel.</summary>
    public async Task WriteInChannelAsync(string text)
    {
        await GoToAsync(Channel);
        await page.GetByLabel($"Nytt inlägg i {Channel}").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Writes to the bot alone, and waits until it has said something with the given text.</summary>
    public async Task AskBotAsync(string text, string expected)
    {
        await GoToAsync("PledgeBot");
        await page.GetByLabel("Meddelande till PledgeBot").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("section.conversation:visible article[data-from^='28:']").Last).ToContainTextAsync(expected);
    }

    /// <summary>Goes to the channel or to the chat with the bot.</summary>
    public Task GoToAsync(string conversation) => page.GetByRole(AriaRole.Navigation).GetByText(conversation, new() { Exact = true }).ClickAsync();

    /// <summary>Finds the newest message of the bot with a text.</summary>
    public ILocator Message(string text) => page.Locator("section.conversation:visible article", new() { HasText = text }).Last;

    /// <summary>Presses a button of a message's card.</summary>
    public Task PressAsync(string message, string button) =>
        Message(message).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Fills in an input of the form.</summary>
    public Task FillAsync(string label, string value) => Form.GetByLabel(label).First.FillAsync(value);

    /// <summary>Chooses in a list of the form.</summary>
    public Task SelectAsync(string label, string choice) => Form.GetByLabel(label).First.SelectOptionAsync(new SelectOptionValue { Label = choice });

    /// <summary>Ticks a choice of the form.</summary>
    public Task TickAsync(string choice) => Form.GetByLabel(choice, new() { Exact = true }).First.CheckAsync();

    /// <summary>Saves the form, and waits until it says so.</summary>
    public async Task SaveAsync(string expected)
    {
        await Form.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await Expect(Form).ToContainTextAsync(expected);
    }

    /// <summary>Closes the form.</summary>
    public async Task CloseAsync()
    {
        await page.Keyboard.PressAsync("Escape");
        await Expect(Form).ToHaveCountAsync(0);
    }

    /// <summary>Votes on the card in the channel.</summary>
    public async Task VoteAsync(string poll, params string[] picks)
    {
        ILocator card = Message(poll);
        foreach (string pick in picks)
        {
            await card.GetByRole(AriaRole.Checkbox, new() { Name = pick }).CheckAsync();
        }

        await card.GetByRole(AriaRole.Button, new() { Name = "Rösta", Exact = true }).ClickAsync();
    }
}
