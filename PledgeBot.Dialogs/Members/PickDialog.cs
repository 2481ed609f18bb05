using System.Collections.Immutable;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Dialogs.Members;

/// <summary>
/// The dialog that chooses whose entry on the list is to be made or changed; <see cref="MemberDialog"/> follows. The subject is
/// empty for everybody, or a name that narrows them down.
/// </summary>
internal static class PickDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "member-pick";

    private const string Who = "person";
    private const string Search = "search";
    private const int LongestSearch = 60;

    // So many names and identifiers fill a form about as far as Teams takes it.
    private const int MostOffered = 120;

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => MemberTexts.PickTitle, Start, Ask, SaveAsync)
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

        ImmutableArray<Person> people = Meant(turn, subject);
        return people.IsEmpty ? new DialogStart.NotNow(Word.Fill(MemberTexts.NobodyNamed, LooseText.Echo(subject)))
            : new DialogStart.Ready(
                subject,
                turn.Team.Roster is null ? MemberTexts.TeamNotRead
                : people.Length > MostOffered ? Word.Fill(MemberTexts.PickMany, people.Length, MostOffered)
                : MemberTexts.PickIntroduction,
                Answers.None);
    }

    private static Question[] Ask(TurnContext turn, string subject)
    {
        ImmutableArray<Person> people = Meant(turn, subject);
        bool hasMore = people.Length > MostOffered;
        Person[] offered = [.. people.Take(MostOffered)];
        ILookup<string, Person> named = offered.ToLookup(PersonText.Choice);

        // Two people of the same name are told apart by their accounts, of which nothing else is known.
        Choice[] choices =
        [
            .. offered.Select(person => (person.Key, Name: PersonText.Choice(person))).Select(person => new Choice(
                person.Key,
                named[person.Name].Count() == 1 ? person.Name : Word.Fill(MemberTexts.ChoiceNamesake, person.Name, person.Key[^Math.Min(4, person.Key.Length)..]))),
        ];
        return
        [
            new ChoiceQuestion(Who, () => MemberTexts.Person, () => MemberTexts.PersonPrompt, choices) { IsRequired = !hasMore },
            .. hasMore
                ? [
                    new TextQuestion(Search, () => MemberTexts.Search, () => MemberTexts.SearchPrompt, LongestSearch)
                    {
                        SkipWhen = answers => answers[Who].Length > 0,
                    },
                ]
                : Array.Empty<Question>(),
        ];
    }

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        if (answers[Who].Length > 0 && People.Of(turn).Find(answers[Who]) is { } person)
        {
            return Chosen(person);
        }

        return People.Of(turn).Named(answers[Search]) switch
        {
            [] => Task.FromResult<DialogEnd>(
                new DialogEnd.Refused(Word.Fill(MemberTexts.NobodyNamed, LooseText.Echo(answers[Search])), Search)),
            [var only] => Chosen(only),
            var several => Task.FromResult<DialogEnd>(
                new DialogEnd.Saved(Word.Fill(MemberTexts.SeveralNamed, several.Length), new NextDialog(Id, answers[Search]))),
        };
    }

    private static Task<DialogEnd> Chosen(Person person) => Task.FromResult<DialogEnd>(
        new DialogEnd.Saved(Word.Fill(MemberTexts.Picked, PersonText.Name(person)), new NextDialog(MemberDialog.Id, person.Key)));

    private static ImmutableArray<Person> Meant(TurnContext turn, string subject) =>
        subject.Length == 0 ? People.Of(turn).All : People.Of(turn).Named(subject);
}
