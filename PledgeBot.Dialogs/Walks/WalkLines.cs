using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Walks;

/// <summary>The words about walks that several texts share.</summary>
internal static class WalkLines
{
    /// <summary>"1 deltagare", "17 deltagare".</summary>
    public static string Participants(int count) => count == 1 ? WalkTexts.OneParticipant : Word.Fill(WalkTexts.ManyParticipants, count);

    /// <summary>"17 deltagare: boende 12, polis 5".</summary>
    public static string Participants(WalkOutcome outcome) => Word.Fill(
        WalkTexts.ParticipantsOf,
        Participants(outcome.ParticipantTotal),
        string.Join(", ", outcome.Participants.Select(came => Word.Fill(WalkTexts.GroupCount, Word.For(came.Group).ToLower(System.Globalization.CultureInfo.CurrentCulture), came.Count))));

    /// <summary>"1 förslag", "7 förslag".</summary>
    public static string Proposals(int count) => count == 1 ? WalkTexts.OneProposal : Word.Fill(WalkTexts.ManyProposals, count);

    /// <summary>"Trygghetsvandring V1 – Tomelilla".</summary>
    public static string Title(Walk walk) => Word.Fill(WalkTexts.Title, walk.Number, walk.Locality);
}
