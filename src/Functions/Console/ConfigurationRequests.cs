using System.Text.Json.Nodes;
using Interactions.Domain.Values;
using Interactions.Functions.Console.Checks;
using Interactions.Functions.Http;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Console;

/// <summary>What admins ask of each kind of thing that can be configured, in the same way.</summary>
internal sealed class ConfigurationRequests(Door door, ConfigStore store, ConfigurationChanges changes)
{
    public Task<IResult> ListAsync(HttpRequest request, Kind kind) => door.LetInAsync(request, async _ =>
    {
        if (!PageRequest.TryRead<Cursor>(request, out var page, out var problem))
            return problem;
        var found = await store.ListAsync(kind.Name, page.Limit, page.After, request.HttpContext.RequestAborted);
        return JsonAnswer.Of(
            new Page<JsonObject>(
                [.. found.Items.Select(stored => ConfigurationBody.Of(kind, stored))], found.Cursor is { } next ? Opaque.Of(next.Value) : null),
            ConsoleJson.Default.PageJsonObject);
    });

    public Task<IResult> GetAsync(HttpRequest request, Kind kind, string id) => door.LetInAsync(request, async _ =>
    {
        if (!Identifier.IsValid(id))
            return Problems.InvalidId(kind.OneOfThem);
        return await store.FindAsync(kind.Name, id, request.HttpContext.RequestAborted) is { } stored
            ? Answer(request, kind, stored, StatusCodes.Status200OK)
            : Problems.NotFound(kind.Noun);
    });

    public Task<IResult> PutAsync(HttpRequest request, Kind kind, string id) => door.LetInAsync(request, async caller =>
    {
        if (!Identifier.IsValid(id))
            return Problems.InvalidId(kind.OneOfThem);
        if (!Preconditions.TryRead(request, out var preconditions, out var problem))
            return problem;
        var body = await ConfigurationBody.ReadAsync(request, kind, id);
        if (body.Value is not { } wanted)
            return body.Problem!;

        var outcome = await changes.ApplyAsync(new ConfigurationChange.Put(kind, id, caller.Id, preconditions, wanted));
        if (outcome.Stored is not { } stored)
            return outcome.Problem!;
        if (outcome.IsNew)
            request.HttpContext.Response.Headers.Location = $"/api/console/{kind.Name}/{id}";
        return Answer(request, kind, stored, outcome.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    });

    public Task<IResult> RemoveAsync(HttpRequest request, Kind kind, string id) => door.LetInAsync(request, async caller =>
    {
        if (!Identifier.IsValid(id))
            return Problems.InvalidId(kind.OneOfThem);
        if (!Preconditions.TryRead(request, out var preconditions, out var problem))
            return problem;

        var outcome = await changes.ApplyAsync(new ConfigurationChange.Remove(kind, id, caller.Id, preconditions));
        return outcome.Problem is { } refusal ? refusal : Results.NoContent();
    });

    private static IResult Answer(HttpRequest request, Kind kind, StoredConfig stored, int statusCode) =>
        JsonAnswer.Of(request, stored.Version, ConfigurationBody.Of(kind, stored), HttpJson.Default.JsonObject, statusCode);
}
