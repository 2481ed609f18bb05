using System.Collections.Immutable;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Walks;

/// <summary>The walks.</summary>
internal static class WalkSlice
{
    public static Decision Plan(Partnership partnership, PlanWalk command)
    {
        string locality = command.Locality.Trim();
        string route = command.Route.Trim();
        var day = DateOnly.FromDateTime(command.StartsAt);
        Refusal? refusal = TextRule.Required(TextField.Locality, locality, PlanWalk.LongestLocality)
            ?? TextRule.Required(TextField.Route, route, PlanWalk.LongestRoute);
        if (refusal is not null)
        {
            return Decision.Refuse(refusal);
        }

        if (partnership.PromiseOn(day) is null)
        {
            return Decision.Refuse(new OutsidePromise(day));
        }

        if (partnership.FindMember(command.Leader) is null)
        {
            return Decision.Refuse(new LeaderNotAMember());
        }

        var number = new WalkNumber(partnership.Walks.Length + 1);
        var startsAt = DateTime.SpecifyKind(command.StartsAt, DateTimeKind.Unspecified);
        return Decision.Accept(new WalkPlanned(number, locality, route, startsAt, command.Leader));
    }

    public static Decision CarryOut(Partnership partnership, CarryOutWalk command, Moment moment)
    {
        if (partnership.FindWalk(command.Walk) is not { } walk)
        {
            return Decision.Refuse(new NoSuchWalk(command.Walk));
        }

        if (moment.By != walk.Leader && !partnership.IsCoordinator(moment.By))
        {
            return Decision.Refuse(new NotTheLeader());
        }

        if (walk.CarriedOut is { } earlier)
        {
            return Decision.Refuse(new WalkAlreadyCarriedOut(walk.Number, earlier.Date));
        }

        if (command.Date > SwedishTime.DayAt(moment.Now))
        {
            return Decision.Refuse(new DayNotCome(command.Date));
        }

        if (partnership.PromiseOn(command.Date) is null)
        {
            return Decision.Refuse(new OutsidePromise(command.Date));
        }

        return CountParticipants(command, walk.Number);
    }

    public static Partnership Evolve(Partnership partnership, WalkPlanned planned) => partnership with
    {
        Walks = partnership.Walks.Add(new Walk(planned.Number, planned.Locality, planned.Route, planned.StartsAt, planned.Leader, null)),
    };

    public static Partnership Evolve(Partnership partnership, WalkCarriedOut carriedOut)
    {
        Walk walk = partnership.FindWalk(carriedOut.Walk)!;
        return partnership with
        {
            Walks = partnership.Walks.Replace(walk, walk with { CarriedOut = new WalkOutcome(carriedOut.Date, carriedOut.Participants) }),
        };
    }

    private static Decision CountParticipants(CarryOutWalk command, WalkNumber walk)
    {
        foreach (ParticipantCount participants in command.Participants)
        {
            if (participants.Count is < 0 or > CarryOutWalk.MostInGroup)
            {
                return Decision.Refuse(new ParticipantsOutOfRange(participants.Group, CarryOutWalk.MostInGroup));
            }
        }

        ImmutableArray<ParticipantCount> came = [.. command.Participants.Where(participants => participants.Count > 0).OrderBy(participants => participants.Group)];
        return came.IsEmpty
            ? Decision.Refuse(new NoParticipants())
            : Decision.Accept(new WalkCarriedOut(walk, command.Date, came));
    }
}
