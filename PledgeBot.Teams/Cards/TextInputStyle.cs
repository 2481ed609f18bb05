namespace PledgeBot.Teams.Cards;

/// <summary>What a text input expects.</summary>
public static class TextInputStyle
{
    /// <summary>Any text.</summary>
    public const string Text = "text";

    /// <summary>A telephone number.</summary>
    public const string Tel = "tel";

    /// <summary>An address.</summary>
    public const string Url = "url";

    /// <summary>An e-mail address.</summary>
    public const string Email = "email";
}
