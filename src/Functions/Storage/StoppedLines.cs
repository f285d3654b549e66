using System.Text.Json.Serialization;
using Azure.Data.Tables;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

/// <summary>Lines by which nothing can be sent, for whoever watches.</summary>
internal sealed class StoppedLines(TableServiceClient storage)
{
    private readonly Table _table = new(storage, TableNames.Stops);

    public Task PutAsync(Sender sender, StoppedLine stop, CancellationToken cancellationToken) =>
        _table.PutAsync(JsonRow.Of(Keys.Stop(stop.Line, sender), stop, StoppedJson.Default.StoppedLine), cancellationToken);

    public Task RemoveAsync(LineId line, Sender sender, CancellationToken cancellationToken) =>
        _table.RemoveAsync(Keys.Stop(line.Value, sender), cancellationToken);

    public async Task<IReadOnlyList<StoppedLine>> ReadAsync(CancellationToken cancellationToken)
    {
        var stops = new List<StoppedLine>();
        await foreach (var row in _table.FindAsync(Keys.Stops(), cancellationToken: cancellationToken))
            stops.Add(JsonRow.Read(row, StoppedJson.Default.StoppedLine));
        return stops;
    }
}

/// <param name="Code">What the provider answers.</param>
/// <param name="TriedAt">When it was tried last.</param>
/// <param name="NextTry">When it is tried again.</param>
internal sealed record StoppedLine(string Line, int Code, DateTimeOffset Since, DateTimeOffset TriedAt, DateTimeOffset NextTry);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoppedLine))]
internal sealed partial class StoppedJson : JsonSerializerContext;
