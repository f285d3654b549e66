using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;

namespace Interactions.Domain.Tests.Driver;

/// <summary>What came of one order.</summary>
internal sealed record Result(Conversation Before, Decision Decision)
{
    public Refusal? Refusal => (Decision as Decision.Refused)?.Reason;

    public bool IsNothing => Decision is Decision.Nothing;

    public Decision.Changed Change =>
        Decision as Decision.Changed ?? throw new InvalidOperationException($"Nothing changed: {Decision}");

    public IReadOnlyList<LogEntry> Entries => Decision is Decision.Changed changed ? [.. changed.Entries] : [];

    public IReadOnlyList<Wake> Wakes => Decision is Decision.Changed changed ? [.. changed.Wakes] : [];

    public IReadOnlyList<IndexTouch> Touches => Decision is Decision.Changed changed ? [.. changed.Touches] : [];

    public IReadOnlyList<Interaction> Closed => Decision is Decision.Changed changed ? [.. changed.Closed] : [];

    /// <summary>The kinds of what was logged, in order.</summary>
    public IEnumerable<string> Facts => Entries.Select(entry => entry.Fact.GetType().Name);

    /// <summary>The kinds of the indexes that were touched, in order.</summary>
    public IEnumerable<string> Touched => Touches.Select(touch => touch.GetType().Name);

    public IEnumerable<MessageSent> Sent => Entries.Select(entry => entry.Fact).OfType<MessageSent>();

    public IEnumerable<AutomaticText?> AutomaticTexts => Sent.Select(sent => sent.Automatic);

    public T The<T>()
        where T : Fact => Entries.Select(entry => entry.Fact).OfType<T>().Single();

    public T Wake<T>()
        where T : Wake => Wakes.OfType<T>().Single();
}
