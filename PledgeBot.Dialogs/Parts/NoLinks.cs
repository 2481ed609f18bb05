using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Parts;

/// <summary>
/// Keeps what members wrote from becoming links when it is shown: a card is in the bot's name, and whoever reads it trusts it.
/// None of the bot's own texts has a link, so the rule holds for every text that is shown.
/// </summary>
internal static class NoLinks
{
    private const string LinkJoint = "](";
    private const string Parted = "]\u200b(";

    /// <summary>Gets the text with its markdown links parted, so that they show as they were written.</summary>
    public static string In(string text) => text.Replace(LinkJoint, Parted, StringComparison.Ordinal);

    /// <summary>Gets the element with the links of all its texts parted.</summary>
    public static CardElement In(CardElement element) => element switch
    {
        TextBlock block => block with { Text = In(block.Text) },
        FactSet facts => facts with { Facts = [.. facts.Facts.Select(fact => fact with { Title = In(fact.Title), Value = In(fact.Value) })] },
        Container container => container with { Items = [.. container.Items.Select(In)] },
        InputChoiceSet choices => choices with { Choices = [.. choices.Choices.Select(choice => choice with { Title = In(choice.Title) })] },
        ColumnSet columns => columns with { Columns = [.. columns.Columns.Select(column => column with { Items = [.. column.Items.Select(In)] })] },
        _ => element,
    };
}
