using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.DecisionRecords;

/// <summary>Makes the records of decision that are due: the document and the note of it in the log, in one transaction.</summary>
internal sealed class DecisionRecording(
    IPartnershipRecords records, IDirectory directory, IDecisionRecordPrinter printer, DueWorkSignal signal, TimeProvider time)
{
    /// <summary>Puts the records that are due, and can be made, on the list.</summary>
    public static void Schedule(ITurn turn, DateTimeOffset now)
    {
        foreach (DueRecord due in turn.Partnership.DueRecords.Where(due => DecisionRecordDraft.CanBeMade(turn.Partnership, due.Walk)))
        {
            turn.Schedule(new DueWork(WorkKinds.RecordDecision, due.Walk.ToString(), now, ""));
        }
    }

    /// <summary>Makes a walk's record, if it still is due. The second time nothing changes.</summary>
    public async Task RunAsync(TakenWork taken, CancellationToken cancellationToken)
    {
        IReadOnlyList<Contact> contacts = await directory.ReadContactsAsync(taken.Partnership, cancellationToken);
        DateTimeOffset now = time.GetUtcNow();
        await using ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken);
        await PollClosing.CloseDueAsync(turn, now, cancellationToken);
        Partnership partnership = turn.Partnership;
        bool isDue = WalkNumber.TryParse(taken.Work.Key, null, out WalkNumber walk)
            && partnership.DueRecords.Any(due => due.Walk == walk)
            && DecisionRecordDraft.CanBeMade(partnership, walk);
        if (isDue)
        {
            await RecordAsync(turn, walk, contacts, now);
        }

        turn.Complete(taken, isDue ? "recorded" : "not due", now);
        await turn.CommitAsync(cancellationToken);
        signal.Wake();
    }

    private async Task RecordAsync(ITurn turn, WalkNumber walk, IReadOnlyList<Contact> contacts, DateTimeOffset now)
    {
        RecordNumber number = turn.Partnership.NextRecordNumber(now);
        var draft = DecisionRecordDraft.Of(turn.Partnership, walk, number, contacts, now);
        var file = DecisionRecordFile.Of(draft);
        var clock = new Moment(By: null, now);
        if (turn.Partnership.Decide(new RecordDecision(walk, number, file.Checksum), clock) is Decision.Accepted { Events: { IsEmpty: false } events })
        {
            turn.Keep(new DecisionDocument(number, walk, now, file.Data, await printer.PrintAsync(draft, file.Checksum)));
            turn.Append(events, clock);
            Consequences.Schedule(turn, events, now);
        }
    }
}
