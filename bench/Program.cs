using Interactions.Bench;

// Own work per inbound message: everything from the HTTP request to the answer but the server and the network.
const int Warmup = 5_000;
const int Messages = 20_000;

using var inbound = await InboundMessage.PrepareAsync();
await inbound.TakeAsync(Warmup);

var best = TimeSpan.MaxValue;
var allocated = 0L;
for (var round = 0; round < 5; round++)
{
    GC.Collect();
    var bytes = GC.GetTotalAllocatedBytes(precise: true);
    var cpu = Environment.CpuUsage.TotalTime;
    await inbound.TakeAsync(Messages);
    var used = Environment.CpuUsage.TotalTime - cpu;
    allocated = (GC.GetTotalAllocatedBytes(precise: true) - bytes) / Messages;
    best = used < best ? used : best;
    Console.WriteLine($"{used.TotalMicroseconds / Messages,8:F1} us CPU {allocated / 1024.0,8:F1} KB");
}

Console.WriteLine($"inbound message in an ongoing interaction: {best.TotalMicroseconds / Messages:F1} us CPU, {allocated / 1024.0:F1} KB allocated (budget 150 us, 40 KB)");
