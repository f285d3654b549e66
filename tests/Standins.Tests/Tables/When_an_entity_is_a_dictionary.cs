using System.Collections;
using Azure;
using Azure.Data.Tables;

namespace Interactions.Standins.Tests.Tables;

public sealed class When_an_entity_is_a_dictionary
{
    private static readonly DateTimeOffset Moment = new(2026, 10, 17, 12, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void Keys_timestamp_and_etag_are_properties_among_the_others()
    {
        var entity = new TableEntity("p", "r") { Timestamp = Moment, ETag = new ETag("\"x\"") };

        Assert.Equal(["PartitionKey", "RowKey", "Timestamp", "odata.etag"], entity.Keys);
        Assert.Equal(("p", "r"), (entity["PartitionKey"], entity["RowKey"]));
        Assert.Equal((Moment, new ETag("\"x\"")), (entity.Timestamp, entity.ETag));
        Assert.Equal(default, new TableEntity().ETag);
        Assert.Null(new TableEntity().Timestamp);
        Assert.Null(new TableEntity().PartitionKey);
    }

    [Fact]
    public void Each_type_has_its_reader()
    {
        var id = Guid.NewGuid();
        var entity = new TableEntity
        {
            ["Text"] = "a",
            ["Flag"] = true,
            ["Int"] = 1,
            ["Long"] = 2L,
            ["Double"] = 3.0,
            ["Id"] = id,
            ["Bytes"] = new byte[] { 4 },
            ["Data"] = new BinaryData([5]),
            ["Moment"] = Moment,
            ["Time"] = Moment.UtcDateTime,
        };

        Assert.Equal(("a", true, 1), (entity.GetString("Text"), entity.GetBoolean("Flag"), entity.GetInt32("Int")));
        Assert.Equal((2L, 3.0, id), (entity.GetInt64("Long"), entity.GetDouble("Double"), entity.GetGuid("Id")));
        Assert.Equal([4], entity.GetBinary("Bytes"));
        Assert.Equal([4], entity.GetBinaryData("Bytes").ToArray());
        Assert.Equal([5], entity.GetBinaryData("Data").ToArray());
        Assert.Equal((Moment, Moment.UtcDateTime), (entity.GetDateTimeOffset("Moment"), entity.GetDateTime("Moment")));
        Assert.Equal((Moment, Moment.UtcDateTime), (entity.GetDateTimeOffset("Time"), entity.GetDateTime("Time")));
    }

    [Fact]
    public void What_is_missing_is_null()
    {
        var entity = new TableEntity();

        Assert.Null(entity["x"]);
        Assert.Null(entity.GetString("x"));
        Assert.Null(entity.GetInt64("x"));
        Assert.Null(entity.GetBinaryData("x"));
        Assert.Null(entity.GetDateTime("x"));
        Assert.False(entity.TryGetValue("x", out _));
    }

    [Fact]
    public void A_value_of_another_type_is_not_converted_silently()
    {
        var entity = new TableEntity { ["Int"] = 1, ["Text"] = "1" };

        Assert.Throws<InvalidOperationException>(() => entity.GetInt64("Int"));
        Assert.Throws<InvalidOperationException>(() => entity.GetInt32("Text"));
        Assert.Throws<InvalidOperationException>(() => entity.GetString("Int"));
        Assert.Throws<ArgumentException>(() => entity.GetString(""));
        Assert.Throws<ArgumentNullException>(() => entity[null!] = 1);
    }

    [Fact]
    public void A_whole_number_keeps_the_type_it_is_assigned_over()
    {
        var entity = new TableEntity { ["Long"] = 1L, ["Double"] = 1.5, ["Int"] = 1, ["Text"] = "a" };

        entity["Long"] = 2;
        entity["Double"] = 2;
        entity["Int"] = 2L;
        entity["Text"] = 3;

        Assert.Equal((2L, 2.0, 2L, 3), (entity["Long"], entity["Double"], entity["Int"], entity["Text"]));
    }

    [Fact]
    public void It_is_a_dictionary_like_any_other()
    {
        var entity = new TableEntity(new Dictionary<string, object> { ["A"] = 1 });
        IDictionary<string, object> dictionary = entity;
        var pairs = new KeyValuePair<string, object>[2];

        entity.Add("B", 2);
        dictionary.CopyTo(pairs, 0);

        Assert.Equal((2, false), (entity.Count, dictionary.IsReadOnly));
        Assert.Equal([1, 2], dictionary.Values);
        Assert.Equal(["A", "B"], pairs.Select(pair => pair.Key));
        Assert.Equal(2, ((IEnumerable)entity).Cast<object>().Count());
        Assert.Contains(new KeyValuePair<string, object>("B", 2), dictionary);
        Assert.True(entity.ContainsKey("A") && entity.Remove("A") && !entity.Remove("A"));
        Assert.True(dictionary.Remove(new KeyValuePair<string, object>("B", 2)));

        dictionary.Add(new KeyValuePair<string, object>("C", 3));
        entity.Clear();
        Assert.Empty(dictionary);
    }
}
