using PledgeBot.Dialogs.Turns;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Questions;

/// <summary>A question answered with a picture in the chat. The canonical answer is the identifier of the stored photo.</summary>
/// <param name="id">The question's name.</param>
/// <param name="label">Its short name.</param>
/// <param name="prompt">How it is asked.</param>
internal sealed class PhotoQuestion(string id, Func<string> label, Func<string> prompt) : Question(id, label, prompt)
{
    /// <inheritdoc/>
    public override bool FitsForm => false;

    /// <inheritdoc/>
    public override string HowTo => QuestionTexts.PhotoHowTo;

    /// <inheritdoc/>
    /// <remarks>A text is never a photo, not even a photo's identifier: that could be somebody else's.</remarks>
    public override AnswerReading Read(string typed, TurnContext turn) => new AnswerReading.Wrong(QuestionTexts.PhotoWanted);

    /// <inheritdoc/>
    public override string Show(string answer) => QuestionTexts.PhotoShown;

    /// <inheritdoc/>
    public override CardInput? Input(string answer) => null;
}
