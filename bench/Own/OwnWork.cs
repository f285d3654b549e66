using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Webhooks;

namespace Interactions.Bench.Own;

/// <summary>
/// Our own work per inbound message: everything from the HTTP request to the answer but the server and the network, the storage
/// client's included. One more text of a customer to the agent who has the interaction, over and over.
/// </summary>
internal static class OwnWork
{
    private const int Customers = 8_000;
    private const int Warmup = 20_000;
    private const int Messages = 20_000;
    private const int Rounds = 5;

    public static async Task MeasureAsync()
    {
        var configured = await Product.TablesAsync();
        using var first = Product.On(configured);
        var policy = await first.The<PolicySource>().CurrentAsync(CancellationToken.None);
        var heads = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var texts = new SignedForm[Customers];
        for (var place = 0; place < Customers; place++)
        {
            var customer = SignedForm.Customer(place);
            texts[place] = SignedForm.TextFrom(customer);
            var profile = ProfileId.Of(Address.Parse(customer));
            heads.Add(Keys.Head(profile).Partition, CannedStorage.Head(Stories.Ongoing(Address.Parse(customer), policy)));
        }

        using var product = Product.On(new CannedTables(configured, new CannedStorage(path => heads.GetValueOrDefault(path.Split('\'')[1]))));
        await MeasureAsync(product.The<InboundWebhook>(), texts);
    }

    private static async Task MeasureAsync(InboundWebhook webhook, SignedForm[] texts)
    {
        var next = 0;
        await TakeAsync(Warmup);

        var best = TimeSpan.MaxValue;
        var allocated = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect();
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var cpu = Environment.CpuUsage.TotalTime;
            await TakeAsync(Messages);
            var used = Environment.CpuUsage.TotalTime - cpu;
            allocated = (GC.GetTotalAllocatedBytes(precise: true) - bytes) / Messages;
            best = used < best ? used : best;
            Console.WriteLine($"{used.TotalMicroseconds / Messages,8:F1} us CPU {allocated / 1024.0,8:F1} KB");
        }

        Console.WriteLine($"inbound message in an ongoing interaction: {best.TotalMicroseconds / Messages:F1} us CPU, {allocated / 1024.0:F1} KB allocated (budget 150 us, 40 KB)");

        async Task TakeAsync(int messages)
        {
            for (var message = 0; message < messages; message++)
                await Inbound.TakeAsync(webhook, texts[next++ % texts.Length]);
        }
    }
}
