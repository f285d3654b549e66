using Interactions.Domain.Desks;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Boards;

/// <summary>What goes on in every queue that is configured, and on every desk, as it was at one time.</summary>
/// <param name="Queues">In the order of their ids.</param>
/// <param name="Desks">Of everybody who ever took or was asked to take anything.</param>
internal sealed record Board(DateTimeOffset At, IReadOnlyList<QueueCounts> Queues, IReadOnlyDictionary<AgentId, Desk> Desks);

/// <param name="EstimatedWait">Of somebody who would come now; null where nothing tells.</param>
internal sealed record QueueCounts(QueueId Queue, WaitingCount Waiting, WorkCount Work, AgentCount Agents, TimeSpan? EstimatedWait);

/// <summary>What agents have on their desks from a queue.</summary>
internal sealed record WorkCount(int Offered = 0, int Active = 0, int Held = 0, int WrapUp = 0);

/// <summary>The members of a queue.</summary>
/// <param name="Ready">Who could take something.</param>
/// <param name="Busy">Who would, and has no room.</param>
internal sealed record AgentCount(int Ready = 0, int Busy = 0, int NotReady = 0, int Offline = 0);
