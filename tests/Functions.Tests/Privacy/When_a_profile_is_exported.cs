using System.Net;
using System.Text.Json.Nodes;
using Interactions.Domain.Interactions;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Intake;
using Interactions.Functions.Tests.Orders;

namespace Interactions.Functions.Tests.Privacy;

public sealed class When_a_profile_is_exported
{
    [Fact]
    public async Task Everything_about_it_is_in_one_document()
    {
        await using var archive = await Archive.OpenAsync();
        var customer = new Customer();
        var id = await Situation.AnsweredAsync(archive.App, customer);
        await archive.Admin.AskAsync(HttpMethod.Patch, $"/api/interactions/{id}", """{"shortDescription":"Parcel 42"}""").IsAsync(HttpStatusCode.OK);
        await archive.Admin.AskAsync(HttpMethod.Post, $"/api/interactions/{id}/tasks", """{"kind":"case","reference":"C-1"}""").IsAsync(HttpStatusCode.Created);
        for (var n = 0; n < 250; n++)
            await Situation.OrderAsync(archive.App, customer, new AddNote(Domain.Values.Actor.Of(Situation.Agent), id, $"Note {n}"));

        var export = await ExportAsync(archive, customer).IsAsync(HttpStatusCode.OK);

        var log = await customer.LogAsync(archive.App);
        Assert.Equal($"tel:{customer.Number}", (string?)export["profile"]["address"]);
        Assert.Equal(id.ToString(), (string?)Assert.Single(export["interactions"].AsArray())!["id"]);
        Assert.Equal("C-1", (string?)Assert.Single(export["tasks"].AsArray())!["reference"]);
        Assert.Equal(log.Select(entry => entry.Sequence), export["log"].AsArray().Select(entry => (long)entry!["sequence"]!));
        Assert.Contains(export["log"].AsArray(), entry => (string?)entry!["message"]?["text"] == "hello");
        Assert.DoesNotContain("etag", export.Body!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task That_somebody_took_it_is_logged_and_that_they_asked_is_not()
    {
        await using var archive = await Archive.OpenAsync();
        var customer = await When_a_profile_is_erased.ClosedAsync(archive);

        using var head = archive.Admin.Request(HttpMethod.Head, $"/api/profiles/{customer.Profile}/export");
        using var asked = await archive.App.Client.SendAsync(head);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.DoesNotContain(await customer.LogAsync(archive.App), entry => entry.Fact is ProfileExported);
        await ExportAsync(archive, customer).IsAsync(HttpStatusCode.OK);

        var exported = Assert.Single(await customer.LogAsync(archive.App), entry => entry.Fact is ProfileExported);
        Assert.Equal("admin-1", exported.By.Agent?.Value);
    }

    [Fact]
    public async Task What_is_erased_is_not_in_it()
    {
        await using var archive = await Archive.OpenAsync();
        var customer = await When_a_profile_is_erased.ClosedAsync(archive);
        await When_a_profile_is_erased.EraseAsync(archive, customer).IsAsync(HttpStatusCode.OK);

        var export = await ExportAsync(archive, customer).IsAsync(HttpStatusCode.OK);

        Assert.Null((string?)export["profile"]["address"]);
        Assert.DoesNotContain("hello", export.Body!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(customer.Number[1..], export.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_admin_gets_it()
    {
        await using var archive = await Archive.OpenAsync();
        var customer = await When_a_profile_is_erased.ClosedAsync(archive);

        await new Seat(archive.App, "supervisor-1").GetAsync($"/api/profiles/{customer.Profile}/export").IsAsync(HttpStatusCode.Forbidden, "forbidden");
        await archive.Admin.GetAsync($"/api/profiles/{new Customer().Profile}/export").IsAsync(HttpStatusCode.NotFound, "not-found");
    }

    private static Task<Http.Reply> ExportAsync(Archive archive, Customer customer) => archive.Admin.GetAsync($"/api/profiles/{customer.Profile}/export");
}
