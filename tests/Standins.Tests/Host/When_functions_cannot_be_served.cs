using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Azure.Functions.Worker.LocalHost;

namespace Interactions.Standins.Tests.Host;

public sealed class When_functions_cannot_be_served
{
    [Theory]
    [InlineData(typeof(SameRoute), "its route twins/{b} already belongs to function One")]
    [InlineData(typeof(EveryMethod), "its route any already belongs to function GetOnly")]
    [InlineData(typeof(SameName), "SameName.First and Interactions.Standins.Tests.Host.When_functions_cannot_be_served+SameName.Second are both named twin")]
    [InlineData(typeof(UnknownBinding), "does not know the binding PigeonTriggerAttribute")]
    [InlineData(typeof(UnknownParameter), "no value for parameter 'uri' of type Uri")]
    [InlineData(typeof(UnsureNumber), "no value for parameter 'number' of type Int32")]
    [InlineData(typeof(NoTrigger), "needs exactly one parameter with a trigger attribute, but has 0")]
    [InlineData(typeof(OddResult), "it returns String, not a task of IResult or IActionResult")]
    [InlineData(typeof(BadTemplate), "is not a valid template")]
    [InlineData(typeof(Hidden), "must be a public method")]
    public async Task The_start_fails_and_says_why(Type functions, string reason)
    {
        var fault = await Assert.ThrowsAsync<FunctionHostException>(() => RunningHost.StartAsync(functions));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_host_json_is_named()
    {
        var fault = await Assert.ThrowsAsync<FunctionHostException>(
            () => RunningHost.StartAsync(static _ => { }, "{ not json", typeof(SameRoute)));

        Assert.Contains("host.json cannot be read", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_route_may_have_a_function_for_each_method()
    {
        await using var host = await RunningHost.StartAsync(typeof(OneRouteTwoMethods));

        Assert.Equal("read", await host.Client.GetStringAsync("/shared/1"));
        using var written = await host.Client.PutAsync("/shared/1", null);
        Assert.Equal("written", await written.Content.ReadAsStringAsync());
    }

    public static class SameRoute
    {
        [Function("One")]
        public static IResult One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "Twins/{a}")] HttpRequest request) => Results.Ok();

        [Function("Two")]
        public static IResult Two([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "twins/{b}")] HttpRequest request) => Results.Ok();
    }

    public static class EveryMethod
    {
        [Function("GetOnly")]
        public static IResult One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "any")] HttpRequest request) => Results.Ok();

        [Function("Any")]
        public static IResult Two([HttpTrigger(AuthorizationLevel.Anonymous, Route = "any")] HttpRequest request) => Results.Ok();
    }

    public static class OneRouteTwoMethods
    {
        [Function("Read")]
        public static IResult Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "shared/{id}")] HttpRequest request) => Results.Text("read");

        [Function("Write")]
        public static IResult Write([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "shared/{id}")] HttpRequest request) => Results.Text("written");
    }

    public static class SameName
    {
        [Function("twin")]
        public static IResult First([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a")] HttpRequest request) => Results.Ok();

        [Function("Twin")]
        public static IResult Second([HttpTrigger(AuthorizationLevel.Anonymous, Route = "b")] HttpRequest request) => Results.Ok();
    }

    public static class UnknownBinding
    {
        [Function("Pigeons")]
        public static Task Run([PigeonTrigger] string message) => Task.CompletedTask;
    }

    public static class UnknownParameter
    {
        [Function("Wants")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "wants")] HttpRequest request, Uri uri) => Results.Ok(uri);
    }

    // Without the constraint {number:int} some requests would not convert.
    public static class UnsureNumber
    {
        [Function("Unsure")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "unsure/{number}")] HttpRequest request, int number) =>
            Results.Ok(number);
    }

    public static class NoTrigger
    {
        [Function("Idle")]
        public static Task Run(string message) => Task.CompletedTask;
    }

    public static class OddResult
    {
        [Function("Odd")]
        public static string Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "odd")] HttpRequest request) => "odd";
    }

    public static class BadTemplate
    {
        [Function("Bad")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "bad/{")] HttpRequest request) => Results.Ok();
    }

    public static class Hidden
    {
        [Function("Hidden")]
        internal static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "hidden")] HttpRequest request) => Results.Ok();
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    private sealed class PigeonTriggerAttribute : TriggerBindingAttribute;
}
