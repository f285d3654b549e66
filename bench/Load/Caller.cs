using System.Threading.Channels;

namespace Interactions.Bench.Load;

/// <summary>
/// A customer: texts, waits for the answer to arrive at the phone, texts again, until the agent is done with it; and then about
/// something else.
/// </summary>
internal sealed class Caller(string number)
{
    public const string Opens = "text that opens";
    public const string Continues = "text that continues";
    public const string Answered = "(text to answer at the phone)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<bool> _arrived = Channel.CreateUnbounded<bool>();
    private volatile TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _closing;

    public string Number => number;

    public int Unanswered { get; private set; }

    /// <summary>When the first text of this matter was sent.</summary>
    public long OpenedAt { get; private set; }

    public void Arrives() => _arrived.Writer.TryWrite(true);

    /// <summary>The next answer is the last.</summary>
    public void IsAboutToClose() => _closing = true;

    public void IsClosed() => _closed.TrySetResult();

    public async Task LiveAsync(Webhooks webhooks, Tally tally, CancellationToken over)
    {
        var isNew = true;
        while (!over.IsCancellationRequested)
        {
            var begun = System.Diagnostics.Stopwatch.GetTimestamp();
            if (isNew)
                OpenedAt = begun;
            await webhooks.TextAsync(isNew ? Opens : Continues, number);
            isNew = false;
            try
            {
                await _arrived.Reader.ReadAsync(over).AsTask().WaitAsync(Patience, over);
                tally[Answered].Add(System.Diagnostics.Stopwatch.GetElapsedTime(begun));
                if (_closing)
                {
                    await _closed.Task.WaitAsync(Patience, over);
                    _closing = false;
                    _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    isNew = true;
                }
            }
            catch (TimeoutException)
            {
                Unanswered++;
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
