using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Users;

/// <summary>The process dies at each call to storage in turn, before it had its effect or after; then the request is sent again.</summary>
public sealed class When_storing_a_user_is_interrupted : IAsyncLifetime
{
    private readonly Calls _calls = new();
    private RunningApp _app = null!;

    public async Task InitializeAsync() => _app = await RunningApp.StartWatchedAsync(_calls, await OwnTables.GiveAsync(AppSettings.Default));

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_new_one_is_there_after_the_repetition(bool afterEffect, bool onEmulator)
    {
        if (onEmulator)
        {
            await _app.DisposeAsync();
            _app = await RunningApp.StartWatchedAsync(_calls);
        }

        var interruptions = await InterruptEverywhereAsync(afterEffect, async interrupt =>
        {
            var (id, number) = (UserRequests.NewId(), new Customer().Number);
            var json = UserRequests.With(id, number);
            await interrupt(() => _app.PostAsync("/api/users", json));

            Assert.Equal(HttpStatusCode.Created, (await _app.PostAsync("/api/users", json)).Status);
            Assert.Equal([id], await _app.WhoHasAsync(number));
            Assert.Equal(id, await _app.LinkedUserAsync(number));
        });

        Assert.InRange(interruptions, 8, 60);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Under_another_id_its_address_is_free_or_refused_by_who_has_it(bool afterEffect) =>
        await InterruptEverywhereAsync(afterEffect, async interrupt =>
        {
            var (id, other, number) = (UserRequests.NewId(), UserRequests.NewId(), new Customer().Number);
            await interrupt(() => _app.PostAsync("/api/users", UserRequests.With(id, number)));

            var reply = await _app.PostAsync("/api/users", UserRequests.With(other, number));

            var isStored = (await _app.GetAsync($"/api/users/{id}")).Status == HttpStatusCode.OK;
            Assert.Equal(isStored ? HttpStatusCode.Conflict : HttpStatusCode.Created, reply.Status);
            Assert.Equal([isStored ? id : other], await _app.WhoHasAsync(number));
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_move_to_another_address_is_complete_after_the_repetition(bool afterEffect) =>
        await InterruptEverywhereAsync(afterEffect, async interrupt =>
        {
            var (id, before, after) = (UserRequests.NewId(), new Customer().Number, new Customer().Number);
            await _app.PostAsync("/api/users", UserRequests.With(id, before));
            await interrupt(() => _app.PatchAsync($"/api/users/{id}", UserRequests.With(null, after)));

            Assert.Equal(HttpStatusCode.OK, (await _app.PatchAsync($"/api/users/{id}", UserRequests.With(null, after))).Status);
            Assert.Equal(id, await _app.LinkedUserAsync(after));
            Assert.Null(await _app.LinkedUserAsync(before));
            Assert.Equal(HttpStatusCode.Created, (await _app.PostAsync("/api/users", UserRequests.With(null, before))).Status);
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Asked_again_without_an_id_its_address_has_one_owner_who_is_linked(bool afterEffect) =>
        await InterruptEverywhereAsync(afterEffect, async interrupt =>
        {
            var number = new Customer().Number;
            await interrupt(() => _app.PostAsync("/api/users", UserRequests.With(null, number)));

            var reply = await _app.PostAsync("/api/users", UserRequests.With(null, number));

            var owner = (string?)(reply.Status == HttpStatusCode.Created ? reply["id"] : reply["user"]);
            Assert.Equal([owner!], await _app.WhoHasAsync(number));
            Assert.Equal(owner, await _app.LinkedUserAsync(number));
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_is_found_is_linked(bool afterEffect) =>
        await InterruptEverywhereAsync(afterEffect, async interrupt =>
        {
            var (id, number) = (UserRequests.NewId(), new Customer().Number);
            await interrupt(() => _app.PostAsync("/api/users", UserRequests.With(id, number)));

            var isStored = (await _app.GetAsync($"/api/users/{id}")).Status == HttpStatusCode.OK;

            Assert.Equal(isStored ? id : null, await _app.LinkedUserAsync(number));
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_rules_ask_about_is_known_after_the_repetition_or_when_the_user_is_looked_at(bool afterEffect)
    {
        var interruptions = await InterruptEverywhereAsync(afterEffect, async interrupt =>
        {
            var (id, number, other) = (UserRequests.NewId(), new Customer().Number, new Customer().Number);
            await _app.PostAsync("/api/users", UserRequests.With(id, number, other));
            await interrupt(() => _app.PatchAsync($"/api/users/{id}", """{"language":"de"}"""));

            var language = (string?)(await _app.GetAsync($"/api/users/{id}")).Body!["language"];
            Assert.Equal(language, (await _app.ProfileAsync(number))!.Traits.Language);
            Assert.Equal(language, (await _app.ProfileAsync(other))!.Traits.Language);

            await _app.PatchAsync($"/api/users/{id}", """{"language":"de"}""");
            Assert.Equal("de", (await _app.ProfileAsync(number))!.Traits.Language);
            Assert.Equal("de", (await _app.ProfileAsync(other))!.Traits.Language);
        });

        Assert.InRange(interruptions, 8, 60);
    }

    // Until a request needs fewer calls than the one at which it would die.
    private async Task<int> InterruptEverywhereAsync(bool afterEffect, Func<Func<Func<Task<Reply>>, Task>, Task> attempt)
    {
        for (var place = 0; ; place++)
        {
            var died = false;
            await attempt(async request =>
            {
                _calls.DieAt(place, afterEffect);
                var reply = await request();
                died = _calls.Made.Count > place;
                _calls.Revive();
                Assert.True(reply.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.Created or HttpStatusCode.OK, $"{reply.Status} at {place}");
            });
            if (!died)
                return place;
        }
    }
}
