using System.Globalization;
using Interactions.Simulation.Apps;

namespace Interactions.Simulation.People;

/// <summary>What agents wrote, and what they were told of it.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<string, Reply> _replies = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Reply> Replies => _replies;

    public Reply Write(string interaction)
    {
        var reply = new Reply(string.Create(CultureInfo.InvariantCulture, $"reply {_replies.Count + 1}"), interaction);
        _replies.Add(reply.Text, reply);
        return reply;
    }
}

/// <summary>Something that an agent wanted sent; no two are alike.</summary>
internal sealed record Reply(string Text, string Interaction)
{
    /// <summary>It was accepted: it is to be sent once, unless the log says why not.</summary>
    public bool IsAccepted { get; private set; }

    /// <summary>It was refused: it is never to be sent.</summary>
    public bool IsRefused { get; private set; }

    public void Concluded(HttpReply? answer)
    {
        IsAccepted = answer is { Status: 202 };
        IsRefused = answer is { Status: >= 400 and < 499 };
    }
}
