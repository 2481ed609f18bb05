namespace PledgeBot.Domain.Partnerships;

/// <summary>How a partnership begins.</summary>
internal static class FormationSlice
{
    public static Decision Form(Partnership partnership, FormPartnership command)
    {
        if (partnership.Formed is not null)
        {
            return Decision.Accept();
        }

        string municipality = command.Municipality.Trim();
        string policeArea = command.PoliceArea.Trim();
        Refusal? refusal = TextRule.Required(TextField.Municipality, municipality, FormPartnership.LongestName)
            ?? TextRule.Required(TextField.PoliceArea, policeArea, FormPartnership.LongestName);
        return refusal is null
            ? Decision.Accept(new PartnershipFormed(municipality, policeArea, command.IsDemo))
            : Decision.Refuse(refusal);
    }
}
