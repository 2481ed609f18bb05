using System.Globalization;
using PledgeBot.Domain.Members;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.VotingRules;

/// <summary>A form as a client shows it: what stands in its inputs is sent, but for what is filled in anew.</summary>
internal sealed record Form(Chat Chat, MemberId Who, AdaptiveCard Card)
{
    /// <summary>Writes a command in the channel and opens the form that it offers.</summary>
    public static async Task<Form> OpenAsync(Chat chat, MemberId who, string command) =>
        new(chat, who, (await chat.PressAsync(who, (await chat.WriteInChannelAsync(who, command)).Card, "Öppna formuläret")).Card);

    public string Text => CardRules.TextOf(Card);

    public Dictionary<string, string> Values => Card.Body.OfType<CardInput>().ToDictionary(input => input.Id!, ValueOf);

    public string[] ChoicesOf(string id) =>
        [.. Card.Body.OfType<InputChoiceSet>().Single(input => input.Id == id).Choices.Select(choice => choice.Title)];

    public Task<Said> SaveAsync(params (string Id, string Value)[] filled)
    {
        Dictionary<string, string> values = Values;
        foreach ((string id, string value) in filled)
        {
            Assert.True(values.ContainsKey(id), $"The form does not ask for {id}.");
            values[id] = value;
        }

        return Chat.PressAsync(Who, Card, "Spara", [.. values.Select(pair => (pair.Key, pair.Value))]);
    }

    /// <summary>Saves what is refused, and gets the form as it comes back.</summary>
    public async Task<Form> SaveInVainAsync(params (string Id, string Value)[] filled) => this with { Card = (await SaveAsync(filled)).Card };

    private static string ValueOf(CardInput input) => input switch
    {
        InputText text => text.Value ?? "",
        InputDate date => date.Value ?? "",
        InputTime time => time.Value ?? "",
        InputNumber number => number.Value?.ToString(CultureInfo.InvariantCulture) ?? "",
        InputChoiceSet choices => choices.Value ?? "",
        _ => throw new InvalidOperationException($"There is no value in {input.GetType().Name}."),
    };
}
