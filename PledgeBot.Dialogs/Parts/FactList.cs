using System.Collections;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Parts;

/// <summary>Gathers facts for a card: <c>new FactList { { "Plats", place }, { "Ansvarig", unit } }.Draw()</c>.</summary>
internal sealed class FactList : IEnumerable<Fact>
{
    private readonly List<Fact> _facts = [];

    /// <summary>Adds a fact, unless it has no value.</summary>
    /// <param name="title">Its name.</param>
    /// <param name="value">Its value; nothing or an empty one leaves the fact out.</param>
    public void Add(string title, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            _facts.Add(new Fact { Title = title, Value = value });
        }
    }

    /// <summary>Draws the facts, in the order they were added.</summary>
    public FactSet Draw() => new() { Facts = [.. _facts] };

    /// <inheritdoc/>
    public IEnumerator<Fact> GetEnumerator() => _facts.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
