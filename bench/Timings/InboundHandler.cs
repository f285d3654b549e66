using Azure.Data.Tables;
using BenchmarkDotNet.Attributes;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage;
using Interactions.Functions.Webhooks;

namespace Interactions.Bench.Timings;

/// <summary>
/// The webhook from the request to the answer on tables in memory, which really store: signature, parsing, loop, bus and rows. What the
/// tables cost themselves is measured beside it.
/// </summary>
[InvocationCount(Invocations, 1), WarmupCount(6), IterationCount(15)]
public class InboundHandler : IDisposable
{
    private const int Invocations = 1024;
    private const int Customers = 2048;

    private readonly SignedForm[] _next = new SignedForm[Invocations];
    private Product _product = null!;
    private TableClient _rows = null!;
    private InboundWebhook _webhook = null!;
    private string _data = "";
    private int _sent;
    private int _texts;
    private int _newcomers;

    [GlobalSetup(Targets = [nameof(A_message_in_an_ongoing_interaction), nameof(The_tables_alone)])]
    public void PrepareOngoing() => TimingRun.Await(PrepareOngoingAsync());

    [GlobalSetup(Target = nameof(A_message_that_opens_one))]
    public void PrepareNobody() => TimingRun.Await(PrepareAsync());

    [IterationSetup(Target = nameof(A_message_in_an_ongoing_interaction))]
    public void WriteMore() => Write(() => SignedForm.TextFrom(SignedForm.Customer(_texts++ % Customers)));

    [IterationSetup(Target = nameof(A_message_that_opens_one))]
    public void WriteFirst() => Write(() => SignedForm.TextFrom(Newcomer(_newcomers++)));

    [Benchmark]
    public Task A_message_in_an_ongoing_interaction() => TakeAsync(_next[_sent++ % Invocations]);

    [Benchmark]
    public Task A_message_that_opens_one() => TakeAsync(_next[_sent++ % Invocations]);

    /// <summary>The point read and the batch of three rows that such a message is.</summary>
    [Benchmark]
    public async Task The_tables_alone()
    {
        var partition = $"p-{_sent++ % Customers}";
        var head = await _rows.GetEntityIfExistsAsync<TableEntity>(partition, "0");
        await _rows.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity(partition, $"d-{_sent}") { ["Data"] = "[]" }),
            head.HasValue
                ? new(TableTransactionActionType.UpdateReplace, new TableEntity(partition, "0") { ["Data"] = _data }, head.Value!.ETag)
                : new(TableTransactionActionType.Add, new TableEntity(partition, "0") { ["Data"] = _data }),
            new(TableTransactionActionType.Add, new TableEntity(partition, $"l-{_sent}") { ["Data"] = _data[..600] }),
        ]);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _product.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task PrepareOngoingAsync()
    {
        await PrepareAsync();
        for (var place = 0; place < Customers; place++)
        {
            await TakeAsync(SignedForm.TextFrom(SignedForm.Customer(place)));
            var id = new InteractionId(ProfileId.Of(Address.Parse(SignedForm.Customer(place))), 1);
            var agent = AgentId.Parse(Configuration.Agent(1 + place));
            await DoAsync(new Claim(id, agent));
            await DoAsync(Stories.Reply(id, agent));
            await TakeAsync(SignedForm.TextFrom(SignedForm.Customer(place)));
        }
    }

    private async Task PrepareAsync()
    {
        var tables = await Product.TablesAsync(agents: Customers);
        await tables.CreateTableIfNotExistsAsync("Bare");
        _rows = tables.GetTableClient("Bare");
        _data = new string('x', 1800);
        _product = Product.On(tables);
        _webhook = _product.The<InboundWebhook>();
    }

    private async Task DoAsync(InteractionCommand order)
    {
        if (await _product.The<CommitLoop>().HandleAsync(order.Id.Profile, order, CancellationToken.None) is not Decision.Changed)
            throw new InvalidOperationException("The conversation is not under way.");
    }

    private Task TakeAsync(SignedForm text) => Inbound.TakeAsync(_webhook, text);

    private void Write(Func<SignedForm> text)
    {
        for (var place = 0; place < Invocations; place++)
            _next[place] = text();
    }

    // Further than any other number here reaches.
    private static string Newcomer(int place) => $"+1{200 + (place / 100)}55501{place % 100:D2}";
}
