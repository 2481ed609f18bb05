using Microsoft.Extensions.DependencyInjection;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.DecisionRecords;
using PledgeBot.Dialogs.Decisions;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Help;
using PledgeBot.Dialogs.Measures;
using PledgeBot.Dialogs.Members;
using PledgeBot.Dialogs.Photos;
using PledgeBot.Dialogs.Polls;
using PledgeBot.Dialogs.Promises;
using PledgeBot.Dialogs.Proposals;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Search;
using PledgeBot.Dialogs.SetUp;
using PledgeBot.Dialogs.StatusReports;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Triage;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.VotingRules;
using PledgeBot.Dialogs.Walks;
using PledgeBot.Dialogs.Weekly;
using PledgeBot.Teams.Messages;

namespace PledgeBot.Dialogs;

/// <summary>Registers the conversation.</summary>
public static class DialogsServiceCollectionExtensions
{
    /// <summary>
    /// Adds what members meet in the chat. Needs the records of PledgeBot.Storage, the connector of PledgeBot.Teams, a
    /// <see cref="TimeProvider"/>, and for the due work an <see cref="IDecisionRecordPrinter"/>. Links to records of decision need an
    /// <see cref="IPublicAddress"/> too.
    /// </summary>
    public static IServiceCollection AddPledgeBotDialogs(this IServiceCollection services)
    {
        // The order is the order of the help.
        services
            .AddSingleton<Feature, HelpFeature>()
            .AddSingleton<Feature, WalkFeature>()
            .AddSingleton<Feature, ProposalFeature>()
            .AddSingleton<Feature, TriageFeature>()
            .AddSingleton<Feature, PollFeature>()
            .AddSingleton<Feature, VotingRulesFeature>()
            .AddSingleton<Feature, ReceiptFeature>()
            .AddSingleton<Feature, ConflictFeature>()
            .AddSingleton<Feature, SettlementFeature>()
            .AddSingleton<Feature, DecisionFeature>()
            .AddSingleton<Feature, DecisionRecordFeature>()
            .AddSingleton<Feature, MeasureFeature>()
            .AddSingleton<Feature, StatusFeature>()
            .AddSingleton<Feature, WeeklyFeature>()
            .AddSingleton<Feature, PromiseFeature>()
            .AddSingleton<Feature, MemberFeature>()
            .AddSingleton<Feature, SetUpFeature>()
            .AddSingleton<PartnershipFeature>()
            .AddSingleton<Feature>(provider => provider.GetRequiredService<PartnershipFeature>());

        // A feature starts dialogs, and the features declare them: so the catalogue looks at its first use. The help lists all the commands, its own too, so it waits likewise.
        services
            .AddSingleton(provider => new DialogCatalog(provider.GetServices<Feature>))
            .AddSingleton(provider => new Lazy<CommandRouter>(provider.GetRequiredService<CommandRouter>));

        return services
            .AddSingleton<CommandRouter>()
            .AddSingleton<DecisionRecording>()
            .AddSingleton<DecisionRecordLinks>()
            .AddSingleton<FormDialogs>()
            .AddSingleton<FounderCheck>()
            .AddSingleton<GuidedDialogs>()
            .AddSingleton<Installations>()
            .AddSingleton<Lobby>()
            .AddSingleton<MeetingPlaces>()
            .AddSingleton<PartnershipFinder>()
            .AddSingleton<PhotoIntake>()
            .AddSingleton<PhotoStudio>()
            .AddSingleton<ProposalFromMessage>()
            .AddSingleton<SubjectCards>()
            .AddSingleton<SubjectSearch>()
            .AddSingleton<TeamReading>()
            .AddSingleton<TurnRouter>()
            .AddSingleton<DueWorkSignal>()
            .AddSingleton<IActivityHandler, PledgeBotHandler>()
            .AddSingleton<IDueWorkDispatcher, DueWorkDispatcher>();
    }

    /// <summary>Gets the sentence for a member whose press of a button failed through no fault of theirs.</summary>
    /// <param name="locale">The client's language, such as <c>sv-SE</c>; may be missing.</param>
    public static string Apology(string? locale)
    {
        using var culture = CultureScope.For(locale);
        return TurnTexts.Apology;
    }
}
