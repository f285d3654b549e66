using System.Net.Http.Headers;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Reporting;

/// <summary>An app with tables of its own, whose clock is moved, and somebody who reads its reports.</summary>
internal sealed class Office : IAsyncDisposable
{
    private Office(RunningApp app, Calls calls, MovableClock clock)
    {
        App = app;
        Calls = calls;
        Clock = clock;
    }

    public RunningApp App { get; }

    public Calls Calls { get; }

    public MovableClock Clock { get; }

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    public static async Task<Office> OpenAsync()
    {
        var (clock, calls) = (new MovableClock(), new Calls());
        var settings = AppSettings.Default with { Storage = await OwnTables.NextAsync() };
        var app = await RunningApp.StartWatchedAsync(calls, settings, services => services.Replace(clock));
        return new(app, calls, clock);
    }

    public Task<Reply> ReportAsync(string of, string query = "", string token = "dev-admin-1") => Console.Admin.ReadAsync(App, $"/api/reports/{of}{query}", token);

    public async Task<(string? Type, string Text)> TableAsync(string of, string query, string accept = "text/csv")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/reports/{of}{query}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "dev-admin-1");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await App.Client.SendAsync(request);
        return (response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync());
    }

    /// <summary>An interaction that was closed, as the product would have stored it; not through its rules, which thousands would take too long for.</summary>
    public static Interaction AClosed(DateTimeOffset at, int ordinal = 1, string queue = "support", string agent = "agent-1") =>
        Storage.Given.AClosedInteraction(Storage.Given.ACustomer(), ordinal) with
        {
            Queue = QueueId.Parse(queue),
            AssignedTo = AgentId.Parse(agent),
            OpenedAt = at.AddMinutes(-10),
            ClosedAt = at,
            WaitTime = TimeSpan.FromSeconds(30),
            Duration = TimeSpan.FromSeconds(300),
            Outcome = Outcome.Resolved,
            Disposition = "answered",
        };

    public Task ShowAsync(Interaction closed) => App.Services.GetRequiredService<Indexes>().ApplyAsync(new IndexTouch.History(closed), CancellationToken.None);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
