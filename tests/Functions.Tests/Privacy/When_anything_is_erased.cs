using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Interactions.Domain.Interactions;
using Interactions.Domain.Privacy;
using Interactions.Functions.Storage.Json;
using Interactions.Functions.Tests.Storage;

namespace Interactions.Functions.Tests.Privacy;

/// <summary>Every kind of record, with something in every property: what is left is what is listed here, whatever anybody adds.</summary>
public sealed class When_anything_is_erased
{
    // The company's own: its number or service, what a queue needs, which field was written.
    private static readonly string[] Kept = ["fact.message.to", "fact.from.number", "fact.from.service", "fact.changes.field", "skills"];

    public static TheoryData<Type> Facts => [.. Specimen.CasesOf<Fact>()];

    [Theory]
    [MemberData(nameof(Facts))]
    public void Nothing_personal_is_left_of_a_fact(Type fact)
    {
        var entry = Specimen.Of<LogEntry>() with { Fact = (Fact)Specimen.Of(fact), IsErased = false };

        var erased = Erasure.Of(entry);

        Assert.True(erased.IsErased);
        Assert.Equal((entry.Sequence, entry.At, entry.By, entry.Line, entry.Interaction), (erased.Sequence, erased.At, erased.By, erased.Line, erased.Interaction));
        Assert.Empty(PersonalIn(erased, StorageJson.Types.LogEntry).Except(Kept));
        Assert.Equal(TextOf(erased, StorageJson.Types.LogEntry), TextOf(Erasure.Of(erased), StorageJson.Types.LogEntry));
    }

    [Fact]
    public void Nothing_personal_is_left_of_an_interaction()
    {
        var interaction = Specimen.Of<Interaction>();

        var erased = Erasure.Of(interaction);

        Assert.Empty(PersonalIn(erased, StorageJson.Types.Interaction).Except(Kept));
        Assert.Null(erased.OpenedFor);
        Assert.Equal(
            (interaction.Number, interaction.Outcome, interaction.WaitTime, interaction.Duration, interaction.ClosedAt, interaction.AssignedTo),
            (erased.Number, erased.Outcome, erased.WaitTime, erased.Duration, erased.ClosedAt, erased.AssignedTo));
    }

    [Fact]
    public void Nothing_personal_is_left_of_a_task() => Assert.Empty(PersonalIn(Erasure.Of(Specimen.Of<RelatedTask>()), StorageJson.Types.RelatedTask));

    [Fact]
    public void Of_a_conversation_its_consents_are_left()
    {
        var conversation = Specimen.Of<Conversation>();

        var erased = Erasure.Of(conversation);

        // What orders are called says nothing: a message's SID, or a hash.
        Assert.Equal(["receipts.name"], PersonalIn(erased, StorageJson.Types.Conversation).Except(["active.skills"]).Distinct());
        Assert.Null(erased.Profile);
        Assert.Equal(conversation.Consents.Select(each => (each.Key, each.Value.State, each.Value.Since)), erased.Consents.Select(each => (each.Key, each.Value.State, each.Value.Since)));
        Assert.Equal((conversation.NextOrdinal, conversation.NextSequence), (erased.NextOrdinal, erased.NextSequence));
    }

    // What specimens have in every text and address.
    private static IEnumerable<string> PersonalIn<T>(T value, JsonTypeInfo<T> type) => TextsIn(JsonSerializer.SerializeToNode(value, type), "")
        .Where(each => each.Text.Contains("你好", StringComparison.Ordinal) || each.Text.Contains("15550100123", StringComparison.Ordinal))
        .Select(each => each.Path);

    private static IEnumerable<(string Path, string Text)> TextsIn(JsonNode? node, string path) => node switch
    {
        JsonObject all => all.SelectMany(each => TextsIn(each.Value, path.Length == 0 ? each.Key : $"{path}.{each.Key}")),
        JsonArray all => all.SelectMany(each => TextsIn(each, path)),
        null => [],
        _ => [(path, node.ToString())],
    };

    private static string TextOf<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);
}
