using System.Net;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Http;

/// <summary>A value of an enumeration is one name, as it is spelled: .NET would make flags of several.</summary>
public sealed class When_a_name_is_not_one(SharedApp shared) : IClassFixture<SharedApp>
{
    [Theory]
    [InlineData("phone, voicemail")]
    [InlineData("phone,walkUp")]
    [InlineData("PHONE")]
    [InlineData(" phone")]
    [InlineData("phone ")]
    [InlineData("2")]
    [InlineData("")]
    public async Task It_is_refused(string type)
    {
        var team = await Team.ConfiguredAsync(shared.App);

        var reply = await team.Seat(shared.App).AskAsync(
            HttpMethod.Post, "/api/interactions", $$"""{"type":"{{type}}","line":"{{team.Line}}","from":"{{new Customer().Number}}"}""");

        Assert.Equal((HttpStatusCode.BadRequest, "urn:interactions:invalid-field", "type"), (reply.Status, reply.Type, (string?)reply["field"]));
    }

    [Fact]
    public async Task Nobody_gets_several_roles()
    {
        var id = $"agent-{Guid.NewGuid():N}";
        var admin = new Seat(shared.App, "admin-1");

        var joined = await admin.AskAsync(HttpMethod.Put, $"/api/console/agents/{id}", """{"role":"agent, supervisor"}""");
        var one = await admin.AskAsync(HttpMethod.Put, $"/api/console/agents/{id}", """{"role":"supervisor"}""");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Created), (joined.Status, one.Status));
    }
}
