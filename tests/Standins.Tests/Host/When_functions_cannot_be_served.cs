using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Azure.Functions.Worker.LocalHost;

namespace Interactions.Standins.Tests.Host;

public sealed class When_functions_cannot_be_served
{
    [Theory]
    [InlineData(typeof(SameRoute), "its route twins/{b} could match what Twins/{a} of function One matches")]
    [InlineData(typeof(EveryMethod), "its route any could match what any of function GetOnly matches")]
    [InlineData(typeof(LiteralAndParameter), "its route orders/new could match what orders/{id} of function One matches")]
    [InlineData(typeof(LiteralAndCatchAll), "its route pages/a/b could match what pages/{*rest} of function One matches")]
    [InlineData(typeof(SameName), "SameName.First and Interactions.Standins.Tests.Host.When_functions_cannot_be_served+SameName.Second are both named twin")]
    [InlineData(typeof(UnknownBinding), "does not know the binding PigeonTriggerAttribute")]
    [InlineData(typeof(UnknownParameter), "no value for parameter 'uri' of type Uri")]
    [InlineData(typeof(RouteNumber), "no value for parameter 'number' of type Int32")]
    [InlineData(typeof(QueryToken), "no value for parameter 'cancellationToken' of type CancellationToken")]
    [InlineData(typeof(AsyncVoid), "must return a Task")]
    [InlineData(typeof(ReturnsValueTask), "must return a Task")]
    [InlineData(typeof(NoTrigger), "needs exactly one parameter with a trigger attribute, but has 0")]
    [InlineData(typeof(OddResult), "it returns String, not a task of IResult or IActionResult")]
    [InlineData(typeof(BadTemplate), "is not a valid template")]
    [InlineData(typeof(UnknownConstraint), "the constraint colour of its route coats/{coat:colour} is not valid")]
    [InlineData(typeof(DifferentConstraints), "its route counts/{b:long} could match what counts/{a:int} of function One matches")]
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
    public async Task Routes_that_a_constraint_keeps_apart_are_served_side_by_side()
    {
        await using var host = await RunningHost.StartAsync(typeof(ApartByConstraint));

        Assert.Equal("numbered", await host.Client.GetStringAsync("/apart/1"));
        Assert.Equal("newest", await host.Client.GetStringAsync("/apart/newest"));
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

    public static class LiteralAndParameter
    {
        [Function("One")]
        public static IResult One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "orders/{id}")] HttpRequest request) => Results.Ok();

        [Function("Two")]
        public static IResult Two([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "orders/new")] HttpRequest request) => Results.Ok();
    }

    public static class LiteralAndCatchAll
    {
        [Function("One")]
        public static IResult One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/{*rest}")] HttpRequest request) => Results.Ok();

        [Function("Two")]
        public static IResult Two([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/a/b")] HttpRequest request) => Results.Ok();
    }

    public static class ApartByConstraint
    {
        [Function("Numbered")]
        public static IResult One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "apart/{id:int}")] HttpRequest request) => Results.Text("numbered");

        [Function("Newest")]
        public static IResult Two([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "apart/newest")] HttpRequest request) => Results.Text("newest");
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

    public static class RouteNumber
    {
        [Function("RouteNumber")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "numbers/{number:int}")] HttpRequest request, int number) =>
            Results.Ok(number);
    }

    public static class QueryToken
    {
        [Function("QueryToken")]
        public static IResult Run(
            [HttpTrigger(AuthorizationLevel.Anonymous, Route = "token")] HttpRequest request, CancellationToken cancellationToken) => Results.Ok();
    }

    public static class AsyncVoid
    {
        [Function("AsyncVoid")]
        public static async void Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "void")] HttpRequest request) => await Task.Yield();
    }

    public static class ReturnsValueTask
    {
        [Function("ReturnsValueTask")]
        public static async ValueTask Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "value-task")] HttpRequest request) =>
            await Task.Yield();
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

    public static class UnknownConstraint
    {
        [Function("UnknownConstraint")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "coats/{coat:colour}")] HttpRequest request) => Results.Ok();
    }

    public static class DifferentConstraints
    {
        [Function("One")]
        public static IResult One([HttpTrigger(AuthorizationLevel.Anonymous, Route = "counts/{a:int}")] HttpRequest request) => Results.Ok();

        [Function("Two")]
        public static IResult Two([HttpTrigger(AuthorizationLevel.Anonymous, Route = "counts/{b:long}")] HttpRequest request) => Results.Ok();
    }

    public static class Hidden
    {
        [Function("Hidden")]
        internal static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "hidden")] HttpRequest request) => Results.Ok();
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    private sealed class PigeonTriggerAttribute : TriggerBindingAttribute;
}
