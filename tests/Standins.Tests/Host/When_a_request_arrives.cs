using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.LocalHost;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactions.Standins.Tests.Host;

public sealed class When_a_request_arrives
{
    [Theory]
    [InlineData("GET", "/items/7", HttpStatusCode.OK, "item 7")]
    [InlineData("POST", "/items/7", HttpStatusCode.OK, "posted 7")]
    [InlineData("GET", "/ITEMS/7", HttpStatusCode.OK, "item 7")]
    [InlineData("GET", "/items/seven", HttpStatusCode.NotFound, "")]
    [InlineData("GET", "/names/seven", HttpStatusCode.OK, "named seven")]
    [InlineData("GET", "/items/7/parts", HttpStatusCode.NotFound, "")]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound, "")]
    [InlineData("DELETE", "/items/7", HttpStatusCode.NotFound, "")]
    [InlineData("GET", "/ids/8c9f2a52-4f5c-4a3e-9f0e-2f6a1d9c1f11", HttpStatusCode.OK, "id 8c9f2a52-4f5c-4a3e-9f0e-2f6a1d9c1f11")]
    [InlineData("GET", "/ids/8", HttpStatusCode.NotFound, "")]
    [InlineData("GET", "/files/a/b.txt", HttpStatusCode.OK, "file a/b.txt")]
    [InlineData("GET", "/Unrouted", HttpStatusCode.OK, "unrouted")]
    [InlineData("PATCH", "/Unrouted", HttpStatusCode.OK, "unrouted")]
    public async Task The_route_the_method_and_the_constraints_choose_the_function(
        string method, string path, HttpStatusCode status, string body)
    {
        await using var host = await RunningHost.StartAsync(typeof(Items));

        using var response = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_route_of_another_method_is_no_route()
    {
        await using var host = await RunningHost.StartAsync(typeof(Items));

        using var response = await host.Client.DeleteAsync("/items/7");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(response.Content.Headers.Allow);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_prefix_of_host_json_stands_before_every_route()
    {
        const string HostJson = """{ "version": "2.0", "extensions": { "http": { "routePrefix": "v1" } } }""";
        await using var host = await RunningHost.StartAsync(static _ => { }, HostJson, typeof(Items));

        Assert.Equal("item 7", await host.Client.GetStringAsync("/v1/items/7"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/items/7")).StatusCode);
    }

    [Fact]
    public async Task An_action_result_is_written_as_well()
    {
        await using var host = await RunningHost.StartAsync(typeof(Items));

        using var response = await host.Client.GetAsync("/teapot");

        Assert.Equal(418, (int)response.StatusCode);
    }

    [Fact]
    public async Task What_a_function_throws_is_a_bare_500()
    {
        await using var host = await RunningHost.StartAsync(typeof(Items));

        using var response = await host.Client.GetAsync("/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_caller_who_hangs_up_is_no_fault_of_the_function()
    {
        var recorder = new Recorder();
        using var faults = new FaultLog();
        await using var host = await RunningHost.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton(recorder);
                builder.Services.AddSingleton<ILoggerProvider>(faults);
            },
            typeof(Patient));
        using var hangUp = new CancellationTokenSource();
        var call = host.Client.GetAsync("/patient", hangUp.Token);
        await Recorder.UntilAsync(() => recorder.Running == 1);

        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await Recorder.UntilAsync(() => recorder.Running == 0);
        await host.StopAsync();

        Assert.Empty(faults.Seen);
    }

    [Fact]
    public async Task Middleware_sees_what_an_asynchronous_function_throws_as_the_published_worker_shows_it()
    {
        Exception? seen = null;
        await using var host = await RunningHost.StartAsync(
            builder => builder.UseMiddleware(async (_, next) =>
            {
                seen = await Record.ExceptionAsync(next);
                throw new InvalidOperationException("as before", seen);
            }),
            typeof(Items));

        using var response = await host.Client.GetAsync("/broken-later");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.IsType<InvalidOperationException>(Assert.IsType<AggregateException>(seen).InnerException);
    }

    [Fact]
    public async Task Middleware_runs_around_the_function_in_the_order_it_was_added()
    {
        await using var host = await RunningHost.StartAsync(
            builder =>
            {
                builder.UseMiddleware(Append("first"));
                builder.UseMiddleware<SecondMark>();
            },
            typeof(Items));

        using var response = await host.Client.GetAsync("/items/7");

        Assert.Equal("first,second", string.Join(',', response.Headers.GetValues("X-Trail")));
    }

    [Fact]
    public async Task Middleware_may_answer_in_place_of_the_function()
    {
        await using var host = await RunningHost.StartAsync(
            builder => builder.UseMiddleware((context, _) =>
            {
                context.GetHttpContext()!.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            }),
            typeof(Items));

        using var response = await host.Client.GetAsync("/items/7");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public void Middleware_that_would_find_no_request_is_refused()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.UseMiddleware<SecondMark>();

        Assert.Throws<FunctionHostException>(builder.ConfigureFunctionsWebApplication);
    }

    [Fact]
    public async Task Each_call_has_a_scope_of_its_own()
    {
        await using var host = await RunningHost.StartAsync(
            builder => builder.Services.AddScoped<Scoped>(), typeof(NeedsScope));

        var first = await host.Client.GetStringAsync("/scope");
        var second = await host.Client.GetStringAsync("/scope");

        Assert.NotEqual(first, second);
    }

    private static Func<FunctionContext, Func<Task>, Task> Append(string mark) => (context, next) =>
    {
        context.GetHttpContext()!.Response.Headers.Append("X-Trail", mark);
        return next();
    };

    public sealed class SecondMark : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) => Append("second")(context, () => next(context));
    }

    public sealed class Scoped
    {
        public Guid Id { get; } = Guid.NewGuid();
    }

    public sealed class Patient(Recorder recorder)
    {
        [Function("Patient")]
        public async Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "patient")] HttpRequest request)
        {
            await recorder.PassDoorAsync(request.HttpContext.RequestAborted);
            return Results.Ok();
        }
    }

    public sealed class NeedsScope(Scoped scoped)
    {
        [Function("Scope")]
        public IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scope")] HttpRequest request) =>
            Results.Text(scoped.Id.ToString());
    }

    public sealed class Items
    {
        [Function("GetItem")]
        public Task<IResult> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{number:int}")] HttpRequest request, string number) =>
            Task.FromResult(Results.Text($"item {number}"));

        [Function("PostItem")]
        public static IResult Post([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "items/{number:int}")] HttpRequest request, string number) =>
            Results.Text($"posted {number}");

        [Function("GetNamed")]
        public IResult Named([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "names/{name}")] HttpRequest request, string name) =>
            Results.Text($"named {name}");

        [Function("GetId")]
        public IResult Id([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "ids/{id:guid}")] HttpRequest request, string id) =>
            Results.Text($"id {id}");

        [Function("GetFile")]
        public IResult File([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{*path}")] HttpRequest request, string path) =>
            Results.Text($"file {path}");

        [Function("Unrouted")]
        public IResult Unrouted([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text("unrouted");

        [Function("Teapot")]
        public IActionResult Teapot([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "teapot")] HttpRequest request) =>
            new StatusCodeResult(StatusCodes.Status418ImATeapot);

        [Function("Broken")]
        public Task<IResult> Broken([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "broken")] HttpRequest request) =>
            throw new InvalidOperationException("private detail");

        [Function("BrokenLater")]
        public async Task<IResult> BrokenLater([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "broken-later")] HttpRequest request)
        {
            await Task.Yield();
            throw new InvalidOperationException("private detail");
        }
    }
}
