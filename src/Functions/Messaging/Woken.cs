using Interactions.Domain.Interactions;

namespace Interactions.Functions.Messaging;

/// <summary>A wake that came.</summary>
/// <param name="Trace">Of what it was sent; null where nobody looked.</param>
/// <param name="IsTimer">Whether that was long ago.</param>
/// <param name="Read">The wake, and how often it came before what it announces; throws where nobody can read it.</param>
internal sealed record Woken(string? Trace, bool IsTimer, Func<(Wake Wake, int Attempt)> Read);
