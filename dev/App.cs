using System.Reflection;
using Interactions.Emulator;

namespace Interactions.Dev;

/// <summary>Runs the app's own program in this process until it is told to stop.</summary>
internal static class App
{
    public static async Task<int> RunAsync(DevOptions options, LocalSettings settings, TableEmulator tables, LocalPhones phones)
    {
        if (FreePort.IsTaken(options.Port))
        {
            throw new CannotStartException(
                $"Port {options.Port} is in use: stop the program that uses it, or choose another port with `--port`.");
        }

        settings.Export();
        Environment.SetEnvironmentVariable("ASPNETCORE_URLS", options.AppUrl);

        var program = Assembly.Load("Interactions.Functions");
        Assembly.SetEntryAssembly(program);
        using var stopped = new CancellationTokenSource();
        var running = Task.Run(() => (int)program.EntryPoint!.Invoke(
            obj: null, BindingFlags.DoNotWrapExceptions, binder: null, parameters: [Array.Empty<string>()], culture: null)!);
        var announced = AnnounceAsync(options, tables, phones, stopped.Token);

        try
        {
            return await running;
        }
        finally
        {
            await stopped.CancelAsync();
            await announced;
        }
    }

    private static async Task AnnounceAsync(DevOptions options, TableEmulator tables, LocalPhones phones, CancellationToken stopped)
    {
        using var client = new HttpClient { BaseAddress = new Uri(options.AppUrl) };
        try
        {
            while (!await IsReadyAsync(client, stopped))
                await Task.Delay(TimeSpan.FromMilliseconds(200), stopped);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            return;
        }

        Console.WriteLine($"""

            Interactions is ready.
              desk    {options.AppUrl}/workspace/
              app     {options.AppUrl}/api/ready
              phones  {phones.Description}
              tables  {tables.Description}
            Ctrl+C stops everything.

            """);
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri("api/ready", UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException || (notYet is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
