namespace PledgeBot.Dialogs.Questions;

/// <summary>The words that mean the same at every step of every dialog.</summary>
internal enum DialogWord
{
    /// <summary>Goes on with the answer that stands.</summary>
    Next,

    /// <summary>Goes to the question before.</summary>
    Back,

    /// <summary>Goes on without an answer.</summary>
    Skip,

    /// <summary>Ends without saving.</summary>
    Cancel,

    /// <summary>Explains the question and the words.</summary>
    Help,

    /// <summary>Saves, once the answers have been checked.</summary>
    Save,

    /// <summary>Goes to the question that is named after it.</summary>
    Change,
}
