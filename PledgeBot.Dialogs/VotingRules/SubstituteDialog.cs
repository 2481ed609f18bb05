using System.Collections.Immutable;
using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Walks;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.VotingRules;

/// <summary>
/// The dialog that puts a substitute in for a voter who is away, or puts the voter back, before the walk's poll opens. The subject is
/// the walk; nothing is settled to the latest walk whose list of voters is not locked.
/// </summary>
internal static class SubstituteDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "poll-substitute";

    private const string Absent = "absent";
    private const string Nobody = "nobody";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => RuleTexts.SubstituteTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => RuleTexts.CommandSubstitute.Split('|')[0],
    };

    private static DialogStart Start(TurnContext turn, string subject)
    {
        Partnership partnership = turn.Partnership;
        if (!turn.Member.Has(Duties.Coordinate))
        {
            return Refuse(partnership, new DutyNeeded(Duties.Coordinate));
        }

        var reading = WalkReading.Read(subject, partnership, walks => Settle(turn, walks), RuleTexts.SubstituteNoWalk);
        return reading is not WalkReading.Found { Walk: var walk } ? new DialogStart.NotNow(((WalkReading.None)reading).Sentence)
            : RefuseWalk(turn, walk.Number) is { } refusal ? Refuse(partnership, refusal)
            : !AwayOf(partnership, walk.Number).Any() ? new DialogStart.NotNow(RuleTexts.SubstituteNobodyFree)
            : new DialogStart.Ready(walk.Number.ToString(), Introduction(partnership, walk), Answers.None);
    }

    /// <summary>Finds the walk that waits for a poll: one that is carried out before one that is only planned.</summary>
    private static Walk? Settle(TurnContext turn, ImmutableArray<Walk> walks)
    {
        Walk[] waiting = [.. walks.Where(walk => RefuseWalk(turn, walk.Number) is null)];
        return waiting.LastOrDefault(walk => walk.IsCarriedOut) ?? waiting.LastOrDefault();
    }

    private static DialogStart.NotNow Refuse(Partnership partnership, Refusal refusal) => new(RefusalText.For(refusal, partnership));

    // Putting somebody back who was never away changes nothing, but is refused where the list of voters is locked.
    private static Refusal? RefuseWalk(TurnContext turn, WalkNumber walk) => turn.Partnership.FindWalk(walk) is { NoMeasuresBecause: not null }
        ? new ClosedWithoutMeasures(walk)
        : (turn.Partnership.Decide(new PutInSubstitute(walk, turn.Member.Id, Substitute: null), new Moment(turn.Member.Id, turn.Now)) as Decision.Refused)?.Reason;

    private static string Introduction(Partnership partnership, Walk walk)
    {
        string introduction = Word.Fill(RuleTexts.SubstituteIntroduction, walk.Number, walk.Locality);
        return RollLines.SubstitutesOf(partnership, walk.Number) is { Length: > 0 } substitutes
            ? $"{introduction} {Word.Fill(RuleTexts.SubstituteNow, substitutes)}"
            : introduction;
    }

    /// <summary>Gets those who can be said to be away: voters whose party has somebody to step in, or for whom somebody has.</summary>
    private static IEnumerable<Member> AwayOf(Partnership partnership, WalkNumber walk) => partnership.Members.Where(member =>
        member.Has(Duties.Vote)
        && (FreeOf(partnership, member.Party).Any() || partnership.Substitutions.Any(put => put.Walk == walk && put.Absent == member.Id)));

    private static IEnumerable<Member> FreeOf(Partnership partnership, Party party) =>
        partnership.Members.Where(member => member.Party == party && !member.Has(Duties.Vote));

    private static Question[] Ask(TurnContext turn, string subject)
    {
        Partnership partnership = turn.Partnership;
        ImmutableArray<Member> away = [.. AwayOf(partnership, WalkOf(subject))];
        Party[] parties = [.. away.Select(member => member.Party).Distinct()];
        return
        [
            new ChoiceQuestion(Absent, () => RuleTexts.Absent, () => RuleTexts.AbsentPrompt, [.. away.Select(member => MemberChoice.Of(turn, member))]),

            // Whom to choose from depends on whose party it is, which a form does not know.
            .. parties.Select(party => new ChoiceQuestion(
                StepsIn(party),
                () => party == Party.Municipality ? RuleTexts.StepsInMunicipality : RuleTexts.StepsInPolice,
                () => RuleTexts.StepsInPrompt,
                [.. FreeOf(partnership, party).Select(member => MemberChoice.Of(turn, member)), new Choice(Nobody, RuleTexts.StepsInNobody)])
            {
                SkipWhen = answers => !away.Any(member => member.Party == party && member.Id.ToString() == answers[Absent]),
                FormHint = () => parties.Length > 1 ? RuleTexts.StepsInHint : "",
            }),
        ];
    }

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken) =>
        Task.FromResult(Save(turn, WalkOf(subject), answers));

    private static DialogEnd Save(TurnContext turn, WalkNumber walk, Answers answers)
    {
        Partnership partnership = turn.Partnership;
        var absent = MemberId.Parse(answers[Absent], CultureInfo.InvariantCulture);
        string stepsIn = StepsIn(partnership.FindMember(absent)!.Party);
        MemberId? substitute = answers[stepsIn] == Nobody ? null : MemberId.Parse(answers[stepsIn], CultureInfo.InvariantCulture);
        if (turn.Do(new PutInSubstitute(walk, absent, substitute)) is { } refusal)
        {
            return new DialogEnd.Refused(RefusalText.For(refusal, partnership), refusal is AbsentNotEntitled ? Absent : stepsIn);
        }

        string away = partnership.FindMember(absent)!.Title;
        return new DialogEnd.Saved(substitute is { } put
            ? Word.Fill(RuleTexts.SubstituteSaved, partnership.FindMember(put)!.Title, away, walk)
            : Word.Fill(RuleTexts.SubstituteTakenBack, away, walk));
    }

    private static string StepsIn(Party party) => $"stepsIn{party}";

    // The subject was settled by Start, which saving asks again.
    private static WalkNumber WalkOf(string subject) => WalkNumber.Parse(subject, CultureInfo.InvariantCulture);
}
