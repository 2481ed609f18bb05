using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace PledgeBot.LegalPages;

/// <summary>What every legal page can say of who stands behind the bot.</summary>
public abstract class LegalPageBase : ComponentBase
{
    /// <summary>Gets or sets who stands behind the bot.</summary>
    [Parameter, EditorRequired]
    public required PublicPagesOptions Publisher { get; set; }

    /// <summary>Gets the municipality's name, to begin a sentence with.</summary>
    protected string Municipality => Publisher.Municipality ?? LegalTexts.SomeMunicipality;

    /// <summary>Fills in a text's gaps.</summary>
    protected static string Fill(string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
