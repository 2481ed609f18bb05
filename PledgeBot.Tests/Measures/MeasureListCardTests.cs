using PledgeBot.Dialogs.Measures;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Parts;

namespace PledgeBot.Tests.Measures;

public sealed class MeasureListCardTests : IDisposable
{
    private readonly CultureScope _culture = CultureScope.For("sv");

    public void Dispose() => _culture.Dispose();

    [Fact]
    public void Draw_MeasuresInEveryState_HasTheMostPressingFirst() =>
        Snapshot.Match(MeasureListCard.Draw(InEveryState(), walk: null, A.Today).Card);

    [Fact]
    public void Draw_ManyMeasuresWithTheLongestTexts_KeepsToTheRulesAndSaysHowManyMore()
    {
        Measure[] measures = [.. Enumerable.Range(1, 75).Select(number => Measure(
            number,
            MeasureStatus.Ongoing,
            suggestion: string.Join(' ', Enumerable.Repeat("sly", 75)),
            responsible: new string('ä', MeasurePlan.LongestResponsible)))];

        var card = MeasureListCard.Draw(measures, walk: null, A.Today).Card;

        CardRules.Check(card);
        Assert.Contains("… och 45 till.", CardRules.TextOf(card), StringComparison.Ordinal);
    }

    internal static Measure[] InEveryState() =>
    [
        Measure(1, MeasureStatus.Done, closure: new MeasureClosure(new DateOnly(2020, 9, 4), "Besök på plats")),
        Measure(2, MeasureStatus.WillNotBeDone, closure: new MeasureClosure(new DateOnly(2020, 9, 3), "Tunneln rivs")),
        Measure(3, MeasureStatus.Chosen, due: new DateOnly(2020, 12, 1)),
        Measure(4, MeasureStatus.Planned, due: new DateOnly(2020, 10, 1)),
        Measure(5, MeasureStatus.Ongoing, due: new DateOnly(2020, 11, 1)),
        Measure(6, MeasureStatus.Ongoing, due: new DateOnly(2020, 9, 1)),
    ];

    internal static Measure Measure(
        int number,
        MeasureStatus status,
        DateOnly? due = null,
        MeasureClosure? closure = null,
        string suggestion = "Klipp ner buskarna till högst 80 cm",
        string responsible = "Gata/park") => new(
            new ProposalReference(new WalkNumber(1), number),
            suggestion,
            "Pendlarparkeringen",
            new MeasurePlan(responsible, ResponsibleParty.Municipality, due ?? new DateOnly(2020, 11, 30)),
            status,
            A.Noon,
            closure);
}
