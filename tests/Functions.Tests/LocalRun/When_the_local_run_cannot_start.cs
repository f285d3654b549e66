using System.Net;
using System.Net.Sockets;
using Interactions.Emulator;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.LocalRun;

[TakesLong]
public sealed class When_the_local_run_cannot_start : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("interactions-run-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("'--prot' is not an option; usage: dotnet run --project dev", "--prot", "1")]
    [InlineData("usage: dotnet run --project dev", "--help")]
    [InlineData("--port needs a value", "--port")]
    [InlineData("'-1' is not a port: choose a number from 0 to 65535.", "--phone-port", "-1")]
    [InlineData("--data needs a folder", "--data", "")]
    [InlineData("'many' is not a port: choose a number from 1 to 65535.", "--port", "many")]
    [InlineData("'70000' is not a port: choose a number from 1 to 65535.", "--port", "70000")]
    public async Task A_wrong_option_is_named(string sentence, params string[] arguments) =>
        await ExpectAsync(sentence, [], arguments);

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var azurite = await SharedAzurite.StartAsync();

        await ExpectAsync(
            $"Port {port} is in use: stop the program that uses it, or choose another port with `--port`.",
            new() { ["AzureWebJobsStorage"] = azurite.ConnectionString },
            "--port",
            $"{port}");
    }

    [Fact]
    public async Task A_port_of_the_phones_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var azurite = await SharedAzurite.StartAsync();

        await ExpectAsync(
            $"Port {port} is in use: stop the program that uses it, or choose another port for the phones with `--phone-port`.",
            new() { ["AzureWebJobsStorage"] = azurite.ConnectionString },
            "--phone-port",
            $"{port}");
    }

    [Fact]
    public async Task An_emulators_port_taken_by_another_program_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        await ExpectAsync(
            $"The Table Storage emulator needs port {port}, which another program is using: stop that program first.",
            new() { ["AzureWebJobsStorage"] = Azurite.ConnectionStringFor(port) },
            "--data",
            _folder);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_used_is_named()
    {
        var file = Path.Combine(_folder, "a-file");
        await File.WriteAllTextAsync(file, "");

        await ExpectAsync(
            $"The data folder {Path.Combine(file, "tables")} cannot be used",
            new() { ["AzureWebJobsStorage"] = Azurite.ConnectionStringFor(FreePort.Find()) },
            "--data",
            file);
    }

    [Fact]
    public async Task Missing_Node_is_named_with_where_to_get_it() =>
        await ExpectAsync(
            "Node.js 20 or later (with npm) is needed to run the Table Storage emulator, but `node` was not found: install it from https://nodejs.org.",
            new() { ["PATH"] = Path.GetTempPath(), ["AzureWebJobsStorage"] = Azurite.ConnectionStringFor(FreePort.Find()) },
            "--data",
            _folder);

    [Fact]
    public async Task A_broken_setting_is_named()
    {
        var azurite = await SharedAzurite.StartAsync();

        await ExpectAsync(
            "The setting ServiceBus is not a Service Bus connection string",
            new() { ["AzureWebJobsStorage"] = azurite.ConnectionString, ["ServiceBus"] = "nonsense" },
            "--port",
            $"{FreePort.Find()}");
    }

    private static async Task ExpectAsync(string sentence, Dictionary<string, string> environment, params string[] arguments)
    {
        using var run = await DevProcess.StartAsync(environment, arguments);

        Assert.Equal(1, await run.ExitCodeAsync());
        Assert.Contains(sentence, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }
}
