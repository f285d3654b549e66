using Interactions.Domain.Interactions;
using Interactions.Functions.Storage;
using Interactions.Simulation.Cloud;
using Interactions.Simulation.Telling;

namespace Interactions.Simulation.Laws;

/// <summary>What customers wrote is in one log, once.</summary>
internal sealed class InboundLaws(World world, Archive archive)
{
    private readonly Dictionary<string, string> _taken = new(StringComparer.Ordinal);

    public void Check(Archive.Kept kept)
    {
        foreach (var entry in kept.Added)
        {
            if (entry.Fact is not MessageReceived received)
                continue;
            var place = $"{kept.Head.Id} {entry.Sequence}";
            if (!_taken.TryAdd(received.Message.Sid.Value, place))
                throw new LawBrokenException($"Message {received.Message.Sid} was taken in twice: {_taken[received.Message.Sid.Value]} and {place}.");
        }
    }

    /// <summary>The carrier was told that it is here.</summary>
    public void Check(Came message)
    {
        if (!_taken.ContainsKey(message.Sid) && world.Tables.Rows(TableNames.Unprocessed).All.All(row => row.RowKey != message.Sid))
            throw new LawBrokenException($"Message {message.Sid} was acknowledged and is nowhere.");
    }

    public void CheckAtTheEnd()
    {
        if (world.Carrier.CameIn.FirstOrDefault(message => !_taken.ContainsKey(message.Sid)) is { } lost)
            throw new LawBrokenException($"Message {lost.Sid} ({lost.Text}) of {lost.From} never came in.");
        var said = archive.Entries.Select(entry => entry.Fact).OfType<MessageReceived>().ToDictionary(each => each.Message.Sid.Value, each => each.Message.Text);
        if (world.Carrier.CameIn.FirstOrDefault(message => said[message.Sid] != message.Text) is { } changed)
            throw new LawBrokenException($"Message {changed.Sid} says {said[changed.Sid]} and said {changed.Text}.");
    }
}
