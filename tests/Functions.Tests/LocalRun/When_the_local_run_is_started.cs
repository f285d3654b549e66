using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Interactions.Emulator;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.LocalRun;

[TakesLong]
public sealed class When_the_local_run_is_started : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("interactions-run-").FullName;
    private readonly int _appPort = FreePort.Find();
    private readonly int _tablesPort = FreePort.Find();

    private Dictionary<string, string> Environment => new() { ["AzureWebJobsStorage"] = Azurite.ConnectionStringFor(_tablesPort) };

    private string[] Arguments => ["--port", _appPort.ToString(CultureInfo.InvariantCulture), "--data", _folder];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_becomes_ready_says_where_and_leaves_nothing_behind_when_interrupted()
    {
        using var run = await DevProcess.StartAsync(Environment, Arguments);

        Assert.Contains($"http://localhost:{_appPort}", await run.AnnouncementAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());

        run.Interrupt();
        Assert.Equal(0, await run.ExitCodeAsync());
        Assert.False(FreePort.IsTaken(_appPort));
        Assert.False(FreePort.IsTaken(_tablesPort));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder, "tables")));
    }

    [Fact]
    public async Task What_was_kept_is_forgotten_when_it_is_to_be_fresh()
    {
        var tables = Directory.CreateDirectory(Path.Combine(_folder, "tables")).FullName;
        var kept = Path.Combine(tables, "__azurite_db_table__.json");
        await File.WriteAllTextAsync(kept, "not what the emulator can read");
        await File.WriteAllTextAsync(Path.Combine(tables, "precious.txt"), "somebody's own");
        using var run = await DevProcess.StartAsync(Environment, [.. Arguments, "--fresh"]);

        await run.AnnouncementAsync();
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());

        run.Interrupt();
        Assert.Equal(0, await run.ExitCodeAsync());
        Assert.StartsWith("{", await File.ReadAllTextAsync(kept), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(tables, "precious.txt")));
    }

    [Fact]
    public async Task An_emulator_that_already_runs_is_used_and_left_running()
    {
        await using var azurite = await Azurite.StartAsync(new AzuriteOptions { Port = _tablesPort });
        using var run = await DevProcess.StartAsync(Environment, Arguments);

        Assert.Contains("was already running", await run.AnnouncementAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());

        run.Interrupt();
        Assert.Equal(0, await run.ExitCodeAsync());
        Assert.True(await Azurite.IsRunningAsync(_tablesPort));
    }

    [Fact]
    public async Task A_phone_texts_the_app_which_knows_where_the_phones_are()
    {
        using var run = await DevProcess.StartAsync(Environment, Arguments);
        var phones = PhonesIn(await run.AnnouncementAsync());
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());
        using var client = new HttpClient { BaseAddress = new Uri(phones) };

        var page = await client.GetStringAsync("/");
        using var text = await client.PostAsJsonAsync("/simulator/phones/+12025550123/messages", new { to = "+15550100001", body = "Hello" });
        var answer = JsonNode.Parse(await text.Content.ReadAsStringAsync())!;

        Assert.Contains("<title>Phones", page, StringComparison.Ordinal);
        Assert.Equal(200, (int)answer["webhook"]!["status"]!);
        run.Interrupt();
        Assert.Equal(0, await run.ExitCodeAsync());
        Assert.False(FreePort.IsTaken(new Uri(phones).Port));
    }

    [Fact]
    public async Task No_phones_are_started_where_the_settings_name_Twilio()
    {
        using var run = await DevProcess.StartAsync(new Dictionary<string, string>(Environment) { ["Twilio__ApiBaseUrl"] = "https://api.twilio.com" }, Arguments);

        Assert.Equal("Twilio, as the settings say", PhonesIn(await run.AnnouncementAsync()));
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());
        run.Interrupt();
        Assert.Equal(0, await run.ExitCodeAsync());
    }

    private static string PhonesIn(string announcement) =>
        announcement.Split('\n').Select(line => line.Trim()).First(line => line.StartsWith("phones", StringComparison.Ordinal))["phones".Length..].Trim();

    private async Task<HttpStatusCode> ReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://localhost:{_appPort}") };
        using var response = await client.GetAsync("/api/ready");
        return response.StatusCode;
    }
}
