using System.Collections.Immutable;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Polls;

/// <summary>How it is settled what the polls have left unsettled.</summary>
internal static class SettlementSlice
{
    public static Decision Propose(Partnership partnership, ProposeSettlement command, Moment moment)
    {
        if (Find(partnership, command.Poll) is not { } unsettled)
        {
            return Decision.Refuse(new NothingToSettle());
        }

        if (Confirmer.Find(partnership, unsettled.Poll.Walk, command.Told, moment, out Confirmer confirmer) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        ImmutableArray<ProposalReference> chosen = [.. command.Chosen.Distinct().Order()];
        if (RefuseChoice(unsettled, chosen) is { } wrong)
        {
            return Decision.Refuse(wrong);
        }

        var proposed = new SettlementProposed(unsettled.Poll.Id, confirmer.Member.Party, confirmer.Member.Title, chosen, confirmer.Recorded);
        if (unsettled.Poll.Proposed.Any(earlier => earlier.Party == proposed.Party && earlier.Chosen.SequenceEqual(chosen)))
        {
            return Decision.Accept();
        }

        bool agreed = unsettled.Poll.Proposed.Any(earlier => earlier.Party != proposed.Party && earlier.Chosen.SequenceEqual(chosen));
        return agreed
            ? Settle(partnership, unsettled, SettlementOf(unsettled, SettlementWay.Agreement, chosen), moment, proposed)
            : Decision.Accept(proposed);
    }

    public static Decision GiveCastingVote(Partnership partnership, GiveCastingVote command, Moment moment)
    {
        if (Find(partnership, command.Poll) is not { } unsettled)
        {
            return Decision.Refuse(new NothingToSettle());
        }

        if (unsettled.Poll.Rules.LastResort != LastResort.CastingVote || !unsettled.IsTie)
        {
            return Decision.Refuse(new NotTheLastResort(LastResort.CastingVote));
        }

        if (moment.By != unsettled.Poll.Rules.Chair)
        {
            return Decision.Refuse(new NotTheChair());
        }

        if (Confirmer.HasConflict(partnership, unsettled.Poll.Walk, moment.By!.Value))
        {
            return Decision.Refuse(new HasConflict());
        }

        ImmutableArray<ProposalReference> chosen = [.. command.Chosen.Distinct().Order()];
        string reason = command.Reason.Trim();
        if ((RefuseChoice(unsettled, chosen) ?? TextRule.Required(TextField.CastingReason, reason, Polls.GiveCastingVote.LongestReason)) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        string title = partnership.FindMember(moment.By.Value)!.Title;
        return Settle(
            partnership, unsettled, SettlementOf(unsettled, SettlementWay.CastingVote, chosen) with { Title = title, Reason = reason }, moment);
    }

    public static Decision DrawLots(Partnership partnership, DrawLots command, Moment moment)
    {
        if (Find(partnership, command.Poll) is not { } unsettled)
        {
            return Decision.Refuse(new NothingToSettle());
        }

        if (unsettled.Poll.Rules.LastResort != LastResort.Lots || !unsettled.IsTie)
        {
            return Decision.Refuse(new NotTheLastResort(LastResort.Lots));
        }

        ImmutableArray<ProposalReference> drawn = Lots.Draw(command.Seed, unsettled.Among, unsettled.Places);
        return Settle(partnership, unsettled, SettlementOf(unsettled, SettlementWay.Lots, drawn) with { Seed = command.Seed }, moment);
    }

    public static Partnership Evolve(Partnership partnership, SettlementProposed proposed)
    {
        Poll poll = partnership.FindPoll(proposed.Poll)!;
        ImmutableArray<SettlementProposed> others = poll.Proposed.RemoveAll(earlier => earlier.Party == proposed.Party);
        return PollSlice.With(partnership, poll, poll with { Proposed = others.Add(proposed) });
    }

    public static Partnership Evolve(Partnership partnership, PollSettled settled)
    {
        Poll poll = partnership.FindPoll(settled.Poll)!;
        return PollSlice.With(partnership, poll, poll with { Settlement = settled.Settlement });
    }

    private static Unsettled? Find(Partnership partnership, PollId id) =>
        partnership.FindPoll(id) is { } poll && Unsettled.Of(partnership, poll.Walk) is { } unsettled && unsettled.Poll.Id == id ? unsettled : null;

    private static WrongSettlement? RefuseChoice(Unsettled unsettled, ImmutableArray<ProposalReference> chosen) =>
        chosen.Length >= unsettled.Fewest && chosen.Length <= unsettled.Most && chosen.All(unsettled.Among.Contains)
            ? null
            : new WrongSettlement(unsettled.Among, unsettled.Fewest, unsettled.Most);

    private static Settlement SettlementOf(Unsettled unsettled, SettlementWay way, ImmutableArray<ProposalReference> chosen) =>
        new(way, unsettled.Among, unsettled.Places, chosen);

    private static Decision Settle(
        Partnership partnership, Unsettled unsettled, Settlement settlement, Moment moment, params ImmutableArray<PartnershipEvent> before)
    {
        var settled = new PollSettled(unsettled.Poll.Id, settlement);
        Partnership after = Evolve(partnership, settled);

        // Nothing is left to vote about, so no run-off needs an identifier.
        ImmutableArray<PartnershipEvent> next = Choosing.Next(after, unsettled.Poll.Walk, runOff: default, wentOut: null, moment.Now);
        return Decision.Accept([.. before, settled, .. next]);
    }
}
