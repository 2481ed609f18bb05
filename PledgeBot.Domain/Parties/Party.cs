namespace PledgeBot.Domain.Parties;

/// <summary>The two parties that give the promise (glossary 5). External bodies are never a party.</summary>
public enum Party
{
    /// <summary>The municipality (kommunen).</summary>
    Municipality,

    /// <summary>The police (polisen).</summary>
    Police,
}
