using System.Net;
using System.Reflection;
using Interactions.Functions.Hosting;
using Interactions.Functions.Security;
using Interactions.Functions.Tests.Attachments;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Memory;
using Microsoft.Azure.Functions.Worker;
using Table = Interactions.Functions.Security.Permissions;

namespace Interactions.Functions.Tests.Matrix;

/// <summary>The table of who may do what, cell by cell, over HTTP.</summary>
[TakesLong]
public sealed class When_somebody_asks_for_something : IAsyncLifetime
{
    private MediaServer _provider = null!;
    private MemoryApps _apps = null!;
    private Scene _scene = null!;

    private static IEnumerable<Permission> Asking => Table.All.Where(row => row.Theirs is not (May.Anybody or May.Signed));

    public static TheoryData<string> Functions => [.. Asking.Select(row => row.Function)];

    public async Task InitializeAsync()
    {
        _provider = await MediaServer.StartAsync();
        _apps = await MemoryApps.StartAsync(
            [new("queues", "support", "{}"), new("lines", "main", """{"queue":"support","addresses":["+15550100001"]}""")],
            more: new Dictionary<string, string?> { ["Twilio:ApiBaseUrl"] = _provider.Address });
        _scene = await Scene.SetUpAsync(_apps.First, _provider.Keep(MediaServer.NewPath(), "{}"u8.ToArray(), "text/plain"));
    }

    public async Task DisposeAsync()
    {
        await _apps.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public void Every_function_that_is_called_over_HTTP_has_its_row() =>
        Assert.Equal(CalledOverHttp().Order(StringComparer.Ordinal), Table.All.Select(row => row.Function).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_row_is_tried() =>
        Assert.Equal(Asking.Select(row => row.Function).Order(StringComparer.Ordinal), Probes.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task An_agent_can_do_it_with_what_is_theirs(string function) =>
        Expect(Table.Of(function).Theirs, function, await SendAsync(function, _scene.Theirs));

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task An_agent_can_do_it_with_what_is_in_a_queue_of_theirs(string function) =>
        Expect(Table.Of(function).Queues, function, await SendAsync(function, _scene.Colleague));

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task An_agent_can_do_it_with_what_is_no_business_of_theirs(string function) =>
        Expect(Table.Of(function).Others, function, await SendAsync(function, _scene.Stranger));

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_supervisor_can_do_it(string function) =>
        Expect(Table.Of(function).Supervisor, function, await SendAsync(function, _scene.Supervisor));

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task An_admin_can_do_it(string function) =>
        Expect(Table.Of(function).Admin, function, await SendAsync(function, _scene.Admin));

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Nobody_can_do_it_without_saying_who_they_are(string function)
    {
        var probe = Probes.All[function];
        using var request = new HttpRequestMessage(new HttpMethod(probe.Verb), probe.Path);
        using var response = await _apps.First.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private Task<Http.Reply> SendAsync(string function, Seat by) => _scene.SendAsync(Probes.All[function], by);

    private static void Expect(May may, string function, Http.Reply reply)
    {
        var answered = $"{function}: {(int)reply.Status} {reply.Body?.ToJsonString()}";
        var isAsExpected = may switch
        {
            // What is about nothing may well find nothing: it was let in.
            May.Yes when Probes.All[function].Stage == Stage.None && function != "CreateInteraction" =>
                reply.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && (int)reply.Status < 500,
            May.Yes => (int)reply.Status is >= 200 and < 300,
            May.Refused => reply.Status == HttpStatusCode.Conflict,
            May.Hidden => reply.Status == HttpStatusCode.NotFound && reply.Type == "urn:interactions:not-found" && reply.Body!["state"] is null,
            May.No => reply.Status == HttpStatusCode.Forbidden && reply.Type == "urn:interactions:forbidden",
            _ => false,
        };
        Assert.True(isAsExpected, $"{may} is expected of {answered}");
    }

    private static IEnumerable<string> CalledOverHttp() =>
        from type in typeof(Composition).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        where method.GetParameters().Any(parameter => parameter.IsDefined(typeof(HttpTriggerAttribute)))
        select method.GetCustomAttribute<FunctionAttribute>()!.Name;
}
