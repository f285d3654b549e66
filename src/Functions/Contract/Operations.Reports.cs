using Interactions.Functions.Reporting;

namespace Interactions.Functions.Contract;

/// <summary>What was done.</summary>
internal static partial class Operations
{
    private static Operation[] Reports() =>
    [
        Report("ReportQueues", "queues", "queue", "What was done in a period, queue by queue")
            .Says($"Of what was closed then, in the queue where it was closed. {OfPeriods}"),
        Report("ReportAgents", "agents", "agent", "What was done in a period, agent by agent")
            .Says($"Of what was closed then: what each of them did about it, and how it ended for whoever had it last. Agents see their own line. {OfPeriods}"),
    ];

    private static string OfPeriods => $"At most {Period.MostDays} days, as UTC has them; without `from`, the last of them alone. With `Accept: text/csv` as a table.";

    private static Operation Report(string name, string of, string column, string summary) =>
        Get(name, $"reports/{of}", Tags.Reports, summary)
            .TakesQuery("from", "The first day.", Forms.Day, "2031-05-01")
            .TakesQuery("to", "The last day; today, where nothing is said.", Forms.Day, "2031-05-06")
            .Gives(ReportsJson.Default.ReportView, Examples.ReportOf(column), description: "The figures, in the order of ids.")
            .OrText(Csv.MediaType, ReportAnswer.TableOf(column, Examples.ReportOf(column)));
}
