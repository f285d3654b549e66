using Interactions.Domain.Interactions;
using Interactions.Functions.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_an_order_is_refused
{
    public static TheoryData<Refusal> Every => [.. Enum.GetValues<Refusal>()];

    [Theory]
    [MemberData(nameof(Every))]
    public void There_is_a_sentence_and_a_type_for_it(Refusal reason)
    {
        var problem = Problems.Refused(reason, interaction: null);

        Assert.Matches("^urn:interactions:[a-z-]+$", problem.Type);
        Assert.Matches("^[A-Z].*[.]$", problem.Title);
        Assert.Matches("^[A-Z].*[.]$", problem.Detail);
        Assert.InRange(problem.Status, 400, 499);
    }

    [Fact]
    public void Each_reason_has_a_type_of_its_own_but_for_what_is_not_there() =>
        Assert.Distinct(Enum.GetValues<Refusal>()
            .Select(reason => Problems.Refused(reason, interaction: null))
            .Where(problem => problem.Status != 404)
            .Select(problem => problem.Type));
}
