using PledgeBot.Domain.Members;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Polls;

/// <summary>A chat with a partnership in which a poll is open, or has been; the chief takes part without an account.</summary>
internal sealed class PollChat : IDisposable
{
    public static readonly PollId Id = A.Poll(1);

    public PollChat(PollRules rules, int candidates = 4, Action<Story>? then = null)
    {
        Story = A.Story();
        Story.Do(new OpenPoll(Id, Story.WalkWithCandidates(candidates), rules, A.Noon.AddDays(4)), A.Coordinator);
        then?.Invoke(Story);
        Records = new RecordsInMemory(Story.Partnership);
        foreach (Poll poll in Story.Partnership.Polls.Where(poll => !poll.HasEnded))
        {
            Records.Boxes[poll.Id] = Story.BoxOf(poll.Id);
        }

        foreach (ListMember entry in A.Members.Where(entry => entry.Member != A.Chief))
        {
            Records.Contacts[entry.Member] = new Contact(entry.Member, entry.Title, entry.Member.ToString(), "29:" + entry.Member);
        }

        Chat = new Chat(Records, Story.Now);
    }

    public Story Story { get; }

    public RecordsInMemory Records { get; }

    public Chat Chat { get; }

    public Poll Poll => Records.Partnership.FindPoll(Id)!;

    public BallotBox Box => Records.Boxes.GetValueOrDefault(Id, BallotBox.Empty);

    public void Dispose() => Chat.Dispose();

    /// <summary>Gets what the bot says to a text in the member's own chat.</summary>
    public async Task<string> SayAsync(MemberId who, string text) => (await Chat.WriteAsync(who, text)).Text!;
}
