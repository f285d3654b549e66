using Interactions.Dev;
using Interactions.Emulator;
using Microsoft.Azure.Functions.Worker.LocalHost;

try
{
    var options = DevOptions.Parse(args);
    var settings = LocalSettings.Load(options);
    await using var tables = await TableEmulator.StartAsync(options, settings);
    await using var phones = await LocalPhones.StartAsync(options, settings);
    return await App.RunAsync(options, settings, tables, phones);
}
catch (Exception reason) when (reason is CannotStartException or EmulatorException or FunctionHostException)
{
    await Console.Error.WriteLineAsync(reason.Message);
    return 1;
}
