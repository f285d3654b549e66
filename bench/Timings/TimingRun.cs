using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Interactions.Bench.Timings;

/// <summary>Has BenchmarkDotNet measure, in this process: nothing has to be generated, restored or built for it.</summary>
internal static class TimingRun
{
    private static readonly Type[] All = [typeof(Decisions), typeof(InboundHandler), typeof(Routing)];

    /// <param name="named">Which classes; all where none is named.</param>
    public static bool Measure(IReadOnlyCollection<string> named)
    {
        var chosen = named.Count == 0 ? All : [.. All.Where(type => named.Contains(type.Name, StringComparer.OrdinalIgnoreCase))];
        if (chosen.Length < named.Count)
            throw new FormatException($"There are {string.Join(", ", All.Select(type => type.Name))}.");

        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithMaxIterationCount(30))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .AddExporter(MarkdownExporter.Console)
            .WithSummaryStyle(SummaryStyle.Default.WithCultureInfo(CultureInfo.InvariantCulture).WithTimeUnit(TimeUnit.Microsecond))
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "interactions-timings"));
        return chosen.Select(type => BenchmarkRunner.Run(type, config)).All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success));
    }

    /// <summary>What comes before a measurement is not awaited by BenchmarkDotNet in this process.</summary>
    public static void Await(Task preparing) => preparing.GetAwaiter().GetResult();

    public static T Await<T>(Task<T> preparing) => preparing.GetAwaiter().GetResult();
}
