using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Interactions.Domain.Consent;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Tests.Storage;

public sealed class When_something_is_stored_as_json
{
    public static TheoryData<Type> Facts => [.. Specimen.CasesOf<Fact>()];

    public static TheoryData<Type> Phases => [.. Specimen.CasesOf<Phase>()];

    [Theory]
    [MemberData(nameof(Facts))]
    public void Every_fact_comes_back_as_it_was(Type fact)
    {
        var entry = Specimen.Of<LogEntry>() with { Fact = (Fact)Specimen.Of(fact) };

        Assert.Equal(Structure.Of(entry), Structure.Of(ThereAndBack(entry, StorageJson.Types.LogEntry)));
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public void Every_phase_comes_back_as_it_was(Type phase)
    {
        var interaction = Specimen.Of<Interaction>() with { Phase = (Phase)Specimen.Of(phase) };

        Assert.Equal(Structure.Of(interaction), Structure.Of(ThereAndBack(interaction, StorageJson.Types.Interaction)));
    }

    [Fact]
    public void A_conversation_comes_back_with_everything_in_it()
    {
        var conversation = Specimen.Of<Conversation>();

        Assert.Equal(Structure.Of(conversation), Structure.Of(ThereAndBack(conversation, StorageJson.Types.Conversation)));
    }

    [Fact]
    public void A_conversation_with_nothing_in_it_comes_back_empty()
    {
        var conversation = Conversation.Of(Specimen.Of<ProfileId>());

        var read = ThereAndBack(conversation, StorageJson.Types.Conversation);

        Assert.Equal(Structure.Of(conversation), Structure.Of(read));
        Assert.Empty(read.Active);
        Assert.Empty(read.Receipts);
        Assert.Equal((1, 1), (read.NextOrdinal, read.NextSequence));
    }

    [Fact]
    public void What_was_stored_before_there_were_desks_rules_and_rounds_is_still_read()
    {
        var place = new Place(Specimen.Of<DateTimeOffset>(), Specimen.Of<DateTimeOffset>(), [AgentId.Parse("agent-1")]);
        var conversation = Specimen.Of<Conversation>() with
        {
            Active =
            [
                Specimen.Of<Interaction>() with { Skills = [], Phase = new Phase.Queued(place) },
                Specimen.Of<Interaction>() with { Skills = [], Phase = new Phase.Held(Specimen.Of<DateTimeOffset>(), StateReason.WaitingOnCustomer) },
            ],
        };
        conversation = conversation with { Profile = conversation.Profile! with { Traits = Traits.None } };
        var stored = JsonNode.Parse(JsonSerializer.Serialize(conversation, StorageJson.Types.Conversation))!;
        string[] added = ["traits", "skills", "freesRoom", "refusedAt"];
        var removed = Without(stored, added);

        var read = JsonSerializer.Deserialize(stored.ToJsonString(), StorageJson.Types.Conversation)!;

        Assert.Equal(["freesRoom", "skills", "traits"], removed.Order(StringComparer.Ordinal).Distinct());
        Assert.Equal(Structure.Of(conversation), Structure.Of(read));
        Assert.All(read.Active, interaction => Assert.Empty(interaction.Skills));
        Assert.Equal(Traits.None, read.Profile!.Traits);
    }

    [Fact]
    public void What_is_zero_false_or_empty_comes_back_so()
    {
        var message = new InboundMessage
        {
            Sid = MessageSid.Parse("SM1"),
            From = Specimen.Of<Address>(),
            To = Specimen.Of<Address>(),
            Channel = Channel.Sms,
            Segments = 0,
        };
        var entry = Specimen.Of<LogEntry>() with { Fact = new MessageReceived(message) };

        Assert.Equal(Structure.Of(entry), Structure.Of(ThereAndBack(entry, StorageJson.Types.LogEntry)));
    }

    [Fact]
    public void What_follows_from_the_rest_is_not_stored()
    {
        var stored = JsonNode.Parse(JsonSerializer.Serialize(Specimen.Of<Interaction>(), StorageJson.Types.Interaction))!.AsObject();

        string[] computed = ["isClosed", "state", "stateReason", "handling", "holder", "place"];
        Assert.DoesNotContain(stored.Select(property => property.Key), computed.Contains);
    }

    [Fact]
    public void Every_enumeration_is_stored_by_name_and_every_id_as_text()
    {
        var names = Specimen.CasesOf<Fact>().Concat(Specimen.CasesOf<Phase>()).Append(typeof(LogEntry)).Append(typeof(Conversation)).Aggregate(new HashSet<Type>(), Reach)
            .Where(type => type.Namespace!.StartsWith("Interactions.Domain", StringComparison.Ordinal) && type.IsValueType)
            .ToList();

        Assert.Contains(typeof(InteractionId), names);
        Assert.Contains(typeof(DeliveryState), names);
        Assert.All(names, type => Assert.StartsWith("\"", JsonSerializer.Serialize(Specimen.Of(type), type, StorageJson.Types.Options), StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_and_texts_stand_as_people_know_them()
    {
        var json = JsonSerializer.Serialize(Specimen.Of<Interaction>() with { FirstWords = "Grüße 你好 <ok>" }, StorageJson.Types.Interaction);

        Assert.Contains("\"number\":\"IMS0000077\"", json, StringComparison.Ordinal);
        Assert.Contains("\"firstWords\":\"Grüße 你好 <ok>\"", json, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"chat\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_does_no_harm()
    {
        var interaction = Specimen.Of<Interaction>() with { FirstWords = "cut 👩"[..^1] };

        Assert.Equal("cut \uFFFD", ThereAndBack(interaction, StorageJson.Types.Interaction).FirstWords);
    }

    [Fact]
    public void An_id_that_was_never_set_is_refused_before_it_is_stored()
    {
        var interaction = Specimen.Of<Interaction>() with { Number = default };

        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(interaction, StorageJson.Types.Interaction));
    }

    [Theory]
    [InlineData("\"number\":\"IMS0000077\"", "\"number\":\"77\"")]
    [InlineData("\"type\":\"chat\"", "\"type\":\"tea\"")]
    [InlineData("\"type\":\"chat\"", "\"type\":1")]
    [InlineData("\"$type\":\"queued\"", "\"$type\":\"dancing\"")]
    public void What_nobody_wrote_is_not_read(string written, string found)
    {
        var json = JsonSerializer.Serialize(Specimen.Of<Interaction>(), StorageJson.Types.Interaction);
        Assert.Contains(written, json, StringComparison.Ordinal);

        Assert.Throws<JsonException>(
            () => JsonSerializer.Deserialize(json.Replace(written, found, StringComparison.Ordinal), StorageJson.Types.Interaction));
    }

    [Fact]
    public void Ids_may_be_the_names_in_a_dictionary()
    {
        var options = new JsonSerializerOptions { Converters = { new TextConverter<LineId>() } };
        var consents = ImmutableDictionary<LineId, ConsentState>.Empty.Add(LineId.Parse("main"), ConsentState.OptedOut);

        var json = JsonSerializer.Serialize(consents, options);

        Assert.Equal("{\"main\":1}", json);
        Assert.Equal(consents, JsonSerializer.Deserialize<ImmutableDictionary<LineId, ConsentState>>(json, options));
    }

    private static T ThereAndBack<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(JsonSerializer.Serialize(value, type), type)!;

    // Takes properties of these names away, wherever they stand, and says which there were.
    private static List<string> Without(JsonNode? node, string[] names) => node switch
    {
        JsonObject item =>
        [
            .. names.Where(item.Remove),
            .. item.SelectMany(property => Without(property.Value, names)),
        ],
        JsonArray items => [.. items.SelectMany(each => Without(each, names))],
        _ => [],
    };

    // What a type's stored properties consist of, and what those consist of.
    private static HashSet<Type> Reach(HashSet<Type> found, Type type)
    {
        if (!found.Add(type))
            return found;
        if (type.IsGenericType)
            return type.GetGenericArguments().Aggregate(found, Reach);
        return type.Namespace!.StartsWith("Interactions.Domain", StringComparison.Ordinal)
            ? type.GetProperties().Where(property => property.CanWrite).Select(property => property.PropertyType).Aggregate(found, Reach)
            : found;
    }
}
