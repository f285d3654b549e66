using System.Net;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Http;

public sealed class When_a_page_is_asked_for(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=10&limit=20", "limit")]
    [InlineData("limit=99999999999999999999", "limit")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=%00", "cursor")]
    [InlineData("cursor=a", "cursor")]
    [InlineData("cursor=!!!!", "cursor")]
    [InlineData("cursor=_____w", "cursor")]
    [InlineData("cursor=Tm90IEFuIElk", "cursor")]
    [InlineData("profile=", "profile")]
    [InlineData("profile=tel:", "profile")]
    [InlineData("profile=%00", "profile")]
    public async Task Nonsense_is_refused_by_name(string query, string parameter)
    {
        var reply = await _app.GetAsync("/api/users?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("urn:interactions:invalid-parameter", reply.Type);
        Assert.Equal(parameter, (string?)reply["parameter"]);
    }

    [Theory]
    [InlineData("/api/users/Not%20An%20Id")]
    [InlineData("/api/users/%00")]
    [InlineData("/api/users/..%2F..")]
    [InlineData("/api/users/%F0%9F%98%80")]
    public async Task An_id_that_cannot_be_one_is_refused(string path)
    {
        var reply = await _app.GetAsync(path);

        Assert.True(reply.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{reply.Status}");
    }
}
