using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;

namespace PledgeBot.Dialogs.Members;

/// <summary>Says what the group cannot do until somebody has a duty.</summary>
internal static class MissingDutyText
{
    /// <summary>Gets the sentence.</summary>
    public static string For(MissingDuty missing) =>
        Word.Fill(missing.Duty == Duties.Vote ? MemberTexts.NobodyVotes : MemberTexts.NobodyConfirms, Word.For(missing.Party));
}
