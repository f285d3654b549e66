using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Commit;

/// <summary>
/// A number at hand for an order that may open an interaction. It goes back if nothing was announced with it; after that it
/// stays spent, because a number may be missing but never be there twice.
/// </summary>
internal sealed class NumberFor : IDisposable
{
    private readonly NumberLeases _numbers;
    private readonly InteractionNumber? _number;

    private NumberFor(Command command, NumberLeases numbers, InteractionNumber? number)
    {
        Command = command;
        _numbers = numbers;
        _number = number;
    }

    public Command Command { get; }

    public bool IsSpent { get; set; }

    public static async ValueTask<NumberFor> TakeAsync(Command command, NumberLeases numbers, CancellationToken cancellationToken)
    {
        if (command is not OpeningCommand opening)
            return new NumberFor(command, numbers, number: null);
        var number = await numbers.TakeAsync(cancellationToken);
        return new NumberFor(opening with { Number = number }, numbers, number);
    }

    public void Dispose()
    {
        if (_number is { } number && !IsSpent)
            _numbers.PutBack(number);
    }
}
