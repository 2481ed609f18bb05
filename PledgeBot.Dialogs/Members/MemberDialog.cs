using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.Members;

/// <summary>
/// The dialog that makes, changes or ends somebody's entry on the list. The subject is the person: a key, a name, or
/// <see cref="ByPhone"/> for somebody without an account who is listed by name only.
/// </summary>
internal static class MemberDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "member";

    /// <summary>The subject for somebody who has no account and is on no list yet.</summary>
    public const string ByPhone = "phone";

    private const string Name = "name";
    private const string Stays = "stays";
    private const string OnParty = "party";
    private const string Title = "title";
    private const string Coordinates = "coordinates";
    private const string Votes = "votes";
    private const string Confirms = "confirms";
    private const string Yes = "yes";
    private const string No = "no";
    private const int LongestWrittenName = 100;

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => MemberTexts.MemberTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => MemberTexts.CommandMember.Split('|')[0],
        PrepareAsync = (turn, cancellationToken) => turn.ReadTeamAsync(cancellationToken),
    };

    private static DialogStart Start(TurnContext turn, string subject)
    {
        if (!turn.Partnership.IsCoordinator(turn.Member.Id))
        {
            return new DialogStart.NotNow(RefusalText.For(new DutyNeeded(Duties.Coordinate), turn.Partnership));
        }

        if (subject == ByPhone)
        {
            return new DialogStart.Ready(ByPhone, MemberTexts.ByPhoneIntroduction, Answers.None.With(Confirms, No));
        }

        var people = People.Of(turn);
        return people.Find(subject) is { } known ? Begin(known)
            : people.Named(subject) switch
            {
                [] => new DialogStart.NotNow(Word.Fill(MemberTexts.NobodyNamed, LooseText.Echo(subject))),
                [var only] => Begin(only),
                var several => new DialogStart.NotNow(
                    Word.Fill(MemberTexts.WhichOne, LooseText.Echo(subject), Word.List([.. several.Take(5).Select(PersonText.Choice)]))),
            };
    }

    private static DialogStart.Ready Begin(Person person) => new(
        person.Key,
        Word.Fill(
            person.Member is not null ? MemberTexts.IsListed : person.IsByPhone ? MemberTexts.WasListed : MemberTexts.IsInTeam,
            PersonText.Name(person)) + (person.HasLeft ? " " + MemberTexts.HasLeftNote : ""),
        Given(person))
    {
        // The form is offered where others read, so it names nobody.
        Written = "",
    };

    private static Answers Given(Person person)
    {
        Answers given = person.IsByPhone ? Answers.None.With(Name, person.Name) : Answers.None;
        return person.Member is not { } member
            ? given.With(Coordinates, No).With(Confirms, No)
            : given
                .With(Stays, Yes)
                .With(OnParty, member.Party.ToString())
                .With(Title, member.Title)
                .With(Coordinates, member.Has(Duties.Coordinate) ? Yes : No)
                .With(Votes, member.Has(Duties.Vote) ? Yes : No)
                .With(Confirms, member.Has(Duties.Confirm) ? Yes : No);
    }

    private static Question[] Ask(TurnContext turn, string subject)
    {
        Person? person = subject == ByPhone ? null : People.Of(turn).Find(subject);
        bool isByPhone = person is null or { IsByPhone: true };
        Func<Answers, bool>? skip = person?.Member is null ? null : Leaves;
        return
        [
            .. person?.Member is null ? [] : (Question[])
            [
                new ChoiceQuestion(
                    Stays,
                    () => MemberTexts.Stays,
                    () => MemberTexts.StaysPrompt,
                    [new Choice(Yes, MemberTexts.StaysYes), new Choice(No, MemberTexts.StaysNo)]),
            ],
            .. isByPhone
                ? [new TextQuestion(Name, () => MemberTexts.Name, () => MemberTexts.NamePrompt, LongestWrittenName) { SkipWhen = skip }]
                : Array.Empty<Question>(),
            new ChoiceQuestion(OnParty, () => MemberTexts.Party, () => MemberTexts.PartyPrompt, PartyChoices.All) { SkipWhen = skip },
            new TextQuestion(Title, () => MemberTexts.Title, () => MemberTexts.TitlePrompt, ListMember.LongestTitle)
            {
                SkipWhen = skip,
                FormHint = () => MemberTexts.TitleHint,
            },

            // Coordinating is done by writing to the bot, which takes an account.
            .. isByPhone ? Array.Empty<Question>() : [YesOrNo(Coordinates, () => MemberTexts.Coordinates, () => MemberTexts.CoordinatesPrompt, skip)],
            YesOrNo(Votes, () => MemberTexts.Votes, () => MemberTexts.VotesPrompt, skip),
            YesOrNo(Confirms, () => MemberTexts.Confirms, () => MemberTexts.ConfirmsPrompt, skip),
        ];
    }

    private static ChoiceQuestion YesOrNo(string id, Func<string> label, Func<string> prompt, Func<Answers, bool>? skip) =>
        new(id, label, prompt, [new Choice(Yes, MemberTexts.Yes), new Choice(No, MemberTexts.No)]) { SkipWhen = skip };

    private static bool Leaves(Answers answers) => answers[Stays] == No;

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        Person? person = subject == ByPhone ? null : People.Of(turn).Find(subject);
        return Task.FromResult(person?.Member is { } member && Leaves(answers) ? Unlist(turn, person, member) : List(turn, person, answers));
    }

    private static DialogEnd Unlist(TurnContext turn, Person person, Member member) => turn.Do(new UnlistMember(member.Id)) is { } refusal
        ? new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), Stays)
        : new DialogEnd.Saved(Word.Fill(MemberTexts.Unlisted, PersonText.Name(person)) + Notes(turn));

    private static DialogEnd List(TurnContext turn, Person? person, Answers answers)
    {
        MemberId id = person?.Contact?.Member ?? person?.Member?.Id ?? MemberId.New(turn.Now);
        var entry = new ListMember(id, Enum.Parse<Party>(answers[OnParty]), answers[Title], DutiesIn(answers));
        if (turn.Do(entry) is { } refusal)
        {
            return new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), QuestionOf(refusal));
        }

        Contact contact = person switch
        {
            { Contact: { DirectoryId: not null } known } => known,
            { InTeam: { } account } => new Contact(id, account.Name, account.DirectoryId, account.ChannelAccountId),
            _ => new Contact(id, answers[Name], null, null),
        };
        if (contact != person?.Contact)
        {
            turn.Records.Enter(contact);
        }

        Member listed = turn.Partnership.FindMember(id)!;
        return new DialogEnd.Saved(
            Word.Fill(MemberTexts.Listed, contact.Name, listed.Title, Word.For(listed.Party), PersonText.Duties(listed.Duties)) + Notes(turn));
    }

    private static Duties DutiesIn(Answers answers) =>
        (answers[Coordinates] == Yes ? Duties.Coordinate : Duties.None)
        | (answers[Votes] == Yes ? Duties.Vote : Duties.None)
        | (answers[Confirms] == Yes ? Duties.Confirm : Duties.None);

    /// <summary>Gets what is worth knowing after a change: what nobody can do now, and that open polls keep their voters.</summary>
    private static string Notes(TurnContext turn)
    {
        IEnumerable<string> missing = MissingDuty.Of(turn.Partnership).Select(MissingDutyText.For);
        IEnumerable<string> polls = turn.Partnership.Polls.Any(poll => poll.IsOpenAt(turn.Now)) ? [MemberTexts.OpenPollsStay] : [];
        return string.Concat(polls.Concat(missing).Select(note => " " + note));
    }

    private static string? QuestionOf(Refusal refusal) => refusal switch
    {
        TextMissing or TextTooLong => Title,
        LastCoordinator => Coordinates,
        _ => null,
    };
}
