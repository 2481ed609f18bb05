using System.Globalization;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Dialogs.Questions;

/// <summary>A member's dialog in one turn: the moves that can be made in it, each answered with the card of where it leads.</summary>
internal sealed class DialogRun
{
    private readonly TurnContext _turn;
    private readonly GuidedDialog _dialog;
    private readonly DialogStart _start;
    private readonly DialogSteps _steps;

    private DialogRun(TurnContext turn, GuidedDialog dialog, DialogStart start, DialogState state)
    {
        _turn = turn;
        _dialog = dialog;
        _start = start;
        State = state;
        _steps = new DialogSteps(dialog.Questions(turn, state.Subject));
    }

    /// <summary>Gets where the member is now.</summary>
    public DialogState State { get; private set; }

    /// <summary>Gets the dialog that follows by itself; nothing for none.</summary>
    public NextDialog? Next { get; private set; }

    private Answers Answers => new(State.Answers);

    private IReadOnlyList<Question> Asked => _steps.Asked(Answers);

    /// <summary>The question that waits; nothing while the answers are checked. One that is no longer asked gives way to the first.</summary>
    private Question? Current => State.Question is null ? null : Asked.FirstOrDefault(question => question.Id == State.Question) ?? Asked[0];

    /// <summary>Begins a dialog at its first question.</summary>
    public static DialogRun Begin(TurnContext turn, GuidedDialog dialog, DialogStart.Ready ready)
    {
        var state = new DialogState(
            dialog.Id,
            ready.Subject,
            Guid.CreateVersion7(turn.Now),
            Revision: 1,
            turn.Now,
            ready.Given.ByQuestion,
            dialog.Questions(turn, ready.Subject)[0].Id,
            Returns: false,
            Ended: null);
        return new DialogRun(turn, dialog, ready, state);
    }

    /// <summary>Goes on with a dialog that was remembered.</summary>
    public static DialogRun Resume(TurnContext turn, GuidedDialog dialog, DialogState state) =>
        new(turn, dialog, dialog.Start(turn, state.Subject), state);

    /// <summary>Shows where the member is.</summary>
    public DialogReply Show(StepNotes? notes = null) => Show(notes ?? new StepNotes(), standing: null);

    /// <summary>Answers the question that waits.</summary>
    /// <param name="typed">What was typed or filled in; trimmed, empty for nothing.</param>
    /// <param name="notice">What happened beside it; nothing for nothing.</param>
    public DialogReply Answer(string typed, string? notice = null)
    {
        if (Current is not { } question)
        {
            return _steps.Named(typed, Answers) is { } named ? GoTo(named) : Show(new StepNotes(QuestionTexts.CheckNotUnderstood, notice));
        }

        if (typed.Length == 0)
        {
            return Continue();
        }

        return question.Read(typed, _turn) switch
        {
            AnswerReading.Wrong wrong => Show(new StepNotes(wrong.Sentence, notice), typed),
            AnswerReading.Understood understood => Accept(question, understood.Answer, notice),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Takes a photo for the question that asks for one, whether it waits or not.</summary>
    /// <param name="photo">The photo, kept in the turn's records.</param>
    /// <param name="text">What was written with it; may be empty.</param>
    /// <param name="notice">What to say of the photo.</param>
    public DialogReply AnswerWithPhoto(PhotoId photo, string text, string notice)
    {
        Discard();
        Question question = Asked.OfType<PhotoQuestion>().First();
        if (question.Id == Current?.Id)
        {
            return Accept(question, photo.ToString(), notice);
        }

        // The question is answered ahead of its turn, so the way on leads past it.
        Move(Answers.With(question.Id, photo.ToString()), State.Question, returns: State.Question is not null);
        return text.Length > 0 && State.Question is not null
            ? Answer(text, notice)
            : Show(new StepNotes(Notice: notice));
    }

    /// <summary>Tells whether some question asks for a photo.</summary>
    public bool AsksForPhoto => Asked.OfType<PhotoQuestion>().Any();

    /// <summary>Tells whether all is answered, and the member is asked whether it is right.</summary>
    public bool IsAtCheck => Current is null;

    /// <summary>Tells whether the question that waits takes any text, so that only whole words mean something else.</summary>
    public bool TakesAnyText => Current is TextQuestion;

    /// <summary>Goes on with the answer that stands.</summary>
    public DialogReply Continue()
    {
        if (Current is not { } question)
        {
            return Show(new StepNotes(QuestionTexts.CheckNotUnderstood));
        }

        if (Answers[question.Id] is { Length: > 0 } standing)
        {
            return Accept(question, standing, notice: null);
        }

        return question.IsRequired
            ? Show(new StepNotes(question is PhotoQuestion ? QuestionTexts.PhotoWanted : Word.Fill(QuestionTexts.AnswerMissing, question.Label)))
            : Accept(question, "", notice: null);
    }

    /// <summary>Goes to the question before.</summary>
    public DialogReply Back()
    {
        if (_steps.Before(Current, Answers) is not { } previous)
        {
            return Show(new StepNotes(Notice: QuestionTexts.AlreadyFirst));
        }

        Move(Answers, previous.Id, returns: false);
        return Show();
    }

    /// <summary>Goes on without an answer, and without the one that stood.</summary>
    public DialogReply Skip()
    {
        if (Current is not { } question)
        {
            return Show(new StepNotes(QuestionTexts.CheckNotUnderstood));
        }

        return question.IsRequired
            ? Show(new StepNotes(Word.Fill(QuestionTexts.CannotSkip, question.Label)))
            : Accept(question, "", notice: null);
    }

    /// <summary>Finds the question that a text names; nothing if it names none.</summary>
    public Question? Named(string text) => _steps.Named(text, Answers) ?? Asked.FirstOrDefault(question => question.Id == text);

    /// <summary>Goes to a question in order to change its answer.</summary>
    /// <param name="named">The question's name; empty or unknown is answered with the names there are.</param>
    public DialogReply Change(string named) => Named(named) is { } question
        ? GoTo(question)
        : Show(new StepNotes(Word.Fill(QuestionTexts.ChangeWhich, Word.List([.. Asked.Select(asked => asked.Label)]))));

    /// <summary>Explains the question and the words.</summary>
    public DialogReply Help()
    {
        List<string> help = [];
        if (Current is { } question)
        {
            help.Add(question.HowTo);
            if (!question.IsRequired)
            {
                help.Add(QuestionTexts.HelpOptional);
            }
        }

        help.Add(QuestionTexts.HelpWords);
        return Show(new StepNotes { Help = help });
    }

    /// <summary>Ends without saving.</summary>
    public DialogReply Cancel()
    {
        Discard();
        return End(QuestionTexts.Cancelled);
    }

    /// <summary>Removes the photo that was sent for an answer which will not be saved: nobody would find it again.</summary>
    public void Discard()
    {
        foreach (PhotoQuestion question in Asked.OfType<PhotoQuestion>())
        {
            if (PhotoId.TryParse(Answers[question.Id], CultureInfo.InvariantCulture, out PhotoId photo))
            {
                _turn.Records.Remove(photo);
            }
        }
    }

    /// <summary>Saves the answers once they have been checked; before that it goes to the check if they are complete.</summary>
    public async Task<DialogReply> SaveAsync(CancellationToken cancellationToken)
    {
        if (Current is not null)
        {
            return AskToCheck();
        }

        if (ToMend() is { } mend)
        {
            Move(Answers, mend.Question.Id, returns: true);
            return Show(new StepNotes(mend.Problem));
        }

        // Things may have changed since the dialog began; the answers stay, so that nothing has to be written again.
        if (_start is DialogStart.NotNow)
        {
            return Show();
        }

        switch (await _dialog.SaveAsync(_turn, State.Subject, _steps.Counted(Answers), cancellationToken))
        {
            case DialogEnd.Saved saved:
                Next = saved.Next;
                return End(saved.Sentence);
            case DialogEnd.Refused refused:
                Move(Answers, Asked.FirstOrDefault(question => question.Id == refused.Question)?.Id, returns: true);
                return Show(new StepNotes(refused.Sentence));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private DialogReply AskToCheck()
    {
        if (_steps.FirstOpen(Answers) is not null)
        {
            return Show(new StepNotes(QuestionTexts.NotReadyToSave));
        }

        Move(Answers, question: null, returns: false);
        return Show();
    }

    private DialogReply Accept(Question question, string answer, string? notice)
    {
        Answers answers = Answers.With(question.Id, answer);
        Question? next = State.Returns ? _steps.FirstOpen(answers) : _steps.After(question, answers);
        Move(answers, next?.Id, State.Returns && next is not null);
        return Show(new StepNotes(Notice: notice));
    }

    private DialogReply GoTo(Question question)
    {
        Move(Answers, question.Id, returns: true);
        return Show();
    }

    private (Question Question, string Problem)? ToMend()
    {
        if (_steps.FirstOpen(Answers) is { } open)
        {
            return (open, Word.Fill(QuestionTexts.AnswerMissing, open.Label));
        }

        // What could be chosen when the question was answered may be gone by now.
        foreach (Question question in Asked.Where(question => question is not PhotoQuestion && Answers[question.Id].Length > 0))
        {
            if (question.Read(Answers[question.Id], _turn) is AnswerReading.Wrong wrong)
            {
                return (question, wrong.Sentence);
            }
        }

        return null;
    }

    private void Move(Answers answers, string? question, bool returns) => State = State with
    {
        Answers = answers.ByQuestion,
        Question = question,
        Returns = returns,
        Revision = State.Revision + 1,
        At = _turn.Now,
    };

    private DialogReply End(string sentence)
    {
        Move(Answers.None, question: null, returns: false);
        State = State with { Ended = sentence };
        return Card().End(sentence);
    }

    private DialogReply Show(StepNotes notes, string? standing)
    {
        StepNotes said = _start is DialogStart.NotNow { Sentence: var sentence } ? notes with { Problem = sentence } : notes;
        return Current is { } question
            ? Card().Ask(question, Asked, standing ?? Answers[question.Id], said)
            : Card().Check(Asked, Answers, said);
    }

    private StepCard Card() => new(_dialog.Title(), (_start as DialogStart.Ready)?.Introduction ?? "", State);
}
