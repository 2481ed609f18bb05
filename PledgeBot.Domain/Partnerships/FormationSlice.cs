using PledgeBot.Domain.Members;

namespace PledgeBot.Domain.Partnerships;

/// <summary>How a partnership begins.</summary>
internal static class FormationSlice
{
    public static Decision Form(Partnership partnership, FormPartnership command, Moment moment)
    {
        if (partnership.Formed is not null)
        {
            return Decision.Accept();
        }

        string municipality = command.Municipality.Trim();
        string policeArea = command.PoliceArea.Trim();
        string? title = command.Founder?.Title.Trim();
        Refusal? refusal = TextRule.Required(TextField.Municipality, municipality, FormPartnership.LongestName)
            ?? TextRule.Required(TextField.PoliceArea, policeArea, FormPartnership.LongestName)
            ?? (title is null ? null : TextRule.Required(TextField.MemberTitle, title, ListMember.LongestTitle));
        if (refusal is not null)
        {
            return Decision.Refuse(refusal);
        }

        var formed = new PartnershipFormed(municipality, policeArea, command.IsDemo);
        return (moment.By, command.Founder) switch
        {
            (null, null) => Decision.Accept(formed),
            ({ } by, { } founder) => Decision.Accept(formed, new MemberListed(by, founder.Party, title!, Founder.Duties)),
            _ => throw new InvalidOperationException("Whoever asks is the founder, and only who asks can be."),
        };
    }

    public static Partnership Evolve(Partnership partnership, PartnershipFormed formed, RecordedEvent recorded) =>
        partnership with { Formed = formed, FoundedBy = recorded.By };
}
