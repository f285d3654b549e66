using System.Globalization;
using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Json;
using Interactions.Memory;
using Interactions.Simulation.Telling;
using Interactions.Simulation.Time;

namespace Interactions.Simulation.Laws;

/// <summary>Every conversation as it was written, read once.</summary>
internal sealed class Archive(Schedule schedule)
{
    // What nobody knows to have gone out is looked for so long; and what no webhook brought, every five minutes.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(6);

    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Kept> All => _kept.Values;

    public IEnumerable<LogEntry> Entries => _kept.Values.SelectMany(kept => kept.Entries.Values);

    /// <summary>Nothing is open, and nothing was written for longer than anybody waits for anything but a timer.</summary>
    public bool IsQuiet => _kept.Values.All(kept => kept.Head.Active.IsEmpty && schedule.Elapsed - kept.ChangedAt > LongestWait);

    public Kept? Find(ProfileId profile) => _kept.GetValueOrDefault(profile.Value);

    public Kept Keep(IReadOnlyList<MemoryChange> changes)
    {
        var partition = (changes[0].After ?? changes[0].Before)!.PartitionKey;
        if (!_kept.TryGetValue(partition, out var kept))
            _kept[partition] = kept = new Kept(Conversation.Of(ProfileId.Parse(partition)));
        kept.Take(changes, schedule.Elapsed);
        return kept;
    }

    /// <summary>One conversation, and how it was last changed.</summary>
    internal sealed class Kept(Conversation head)
    {
        public Conversation Before { get; private set; } = head;

        public Conversation Head { get; private set; } = head;

        public SortedDictionary<long, LogEntry> Entries { get; } = [];

        public Dictionary<int, Interaction> Closed { get; } = [];

        /// <summary>What the last write added to the log.</summary>
        public List<LogEntry> Added { get; } = [];

        /// <summary>What it wrote differently there.</summary>
        public List<(LogEntry Before, LogEntry After)> Changed { get; } = [];

        /// <summary>What it closed, or wrote differently of what was closed.</summary>
        public List<(Interaction? Before, Interaction After)> History { get; } = [];

        public bool HasNewHead { get; private set; }

        public TimeSpan ChangedAt { get; private set; }

        public void Take(IReadOnlyList<MemoryChange> changes, TimeSpan now)
        {
            ChangedAt = now;
            (Before, HasNewHead) = (Head, false);
            Added.Clear();
            Changed.Clear();
            History.Clear();
            foreach (var (before, after) in changes)
            {
                if (after is null)
                    throw new LawBrokenException($"Row {before!.RowKey} of {before.PartitionKey} was removed.");
                Take(before is not null, after, after.As<TableEntity>(select: null));
            }
        }

        private void Take(bool wasThere, MemoryRow row, TableEntity entity)
        {
            switch (row.RowKey[0])
            {
                case '0':
                    (Head, HasNewHead) = (JsonRow.Read(entity, StorageJson.Types.Conversation), true);
                    break;
                case 'l':
                    var entry = JsonRow.Read(entity, StorageJson.Types.LogEntry);
                    if (Entries.TryGetValue(entry.Sequence, out var known))
                        Changed.Add((known, entry));
                    else
                        Added.Add(entry);
                    Entries[entry.Sequence] = entry;
                    break;
                case 'i':
                    var closed = JsonRow.Read(entity, StorageJson.Types.Interaction);
                    History.Add((Closed.GetValueOrDefault(closed.Id.Ordinal), closed));
                    Closed[closed.Id.Ordinal] = closed;
                    break;
                default:
                    if (wasThere)
                        throw new LawBrokenException(string.Create(CultureInfo.InvariantCulture, $"Marker {row.RowKey} was written twice."));
                    break;
            }
        }
    }
}
