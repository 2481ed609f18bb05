using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Subjects;

namespace PledgeBot.Dialogs.Commands;

/// <summary>One subject of the conversation: what can be written, pressed, asked and shown about it.</summary>
internal abstract class Feature
{
    /// <summary>Gets what members can write.</summary>
    public virtual IEnumerable<ChatCommand> Commands => [];

    /// <summary>Gets what buttons do.</summary>
    public virtual IEnumerable<CardVerb> Verbs => [];

    /// <summary>Gets the guided dialogs.</summary>
    public virtual IEnumerable<GuidedDialog> Dialogs => [];

    /// <summary>Gets the cards that the channel keeps up to date.</summary>
    public virtual IEnumerable<SubjectCard> Cards => [];
}
