using Interactions.Bench.Load;
using Interactions.Bench.Own;
using Interactions.Bench.Timings;

const string Usage = """
    usage: dotnet run -c Release --project bench               what a message costs us besides the server and the network
           dotnet run -c Release --project bench -- timings    decisions, the inbound handler, routing; "timings Routing" for one class
           dotnet run -c Release --project bench -- load [--customers 50 --agents 10 --seconds 60]
    """;

try
{
    switch (args)
    {
        case []:
            await OwnWork.MeasureAsync();
            return 0;
        case ["timings", .. var classes]:
            return TimingRun.Measure(classes) ? 0 : 1;
        case ["load", .. var options]:
            return await LoadRun.MeasureAsync(LoadOptions.Parse(options)) ? 0 : 1;
        default:
            await Console.Error.WriteLineAsync(Usage);
            return 1;
    }
}
catch (FormatException wrong)
{
    await Console.Error.WriteLineAsync($"{wrong.Message}{Environment.NewLine}{Usage}");
    return 1;
}
