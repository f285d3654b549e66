#nullable disable

using Azure.Core;
using Azure.Data.Tables.Pipeline;
using Azure.Data.Tables.Transactions;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var batch = Batch.Of(transactionActions, _service.Root, Name);

        var outcomes = batch.IsRepeatable ? Outcomes.WriteAgain : Outcomes.WriteOnce;
        var message = _service.Message(RequestMethod.Post, Address.Batch(_service.Root), outcomes, "application/json");
        message.Request.Headers.Add("Content-Type", batch.ContentType);
        message.Request.Content = RequestContent.Create(batch.Body);
        var response = await _service.SendAsync(message, cancellationToken);

        // The batch as a whole is accepted (202) even when one of its actions was refused and none was applied.
        var answers = BatchAnswers.In(response, batch.Count);
        var refused = answers.FirstOrDefault(answer => answer.Status >= 400);
        if (refused is not null)
            throw new TableTransactionFailedException(new RequestFailedException(refused, null, ErrorBody.Parser));

        return Response.FromValue(answers, response);
    }
}
