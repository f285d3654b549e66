using System.Reflection;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Emulator;
using Interactions.Functions.Contract;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Tokens;

namespace Interactions.Functions.Tests.Contract;

public sealed class When_reasons_are_listed
{
    private static readonly string[] Listed = [.. Reasons.All.Select(reason => $"{reason.Type} {reason.Status}").Order(StringComparer.Ordinal)];

    [Fact]
    public void Each_is_one_that_a_problem_has_and_every_problem_has_one()
    {
        var problems = typeof(Problems).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(Problem) && method.Name != nameof(Problems.Refused))
            .Select(method => (Problem)method.Invoke(null, [.. method.GetParameters().Select(Something)])!)
            .Concat(Enum.GetValues<Refusal>().Select(refusal => Problems.Refused(refusal, null)));

        Assert.Equal(Listed, problems.Select(problem => $"{problem.Type} {problem.Status}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_is_one_that_some_operation_has() => Assert.Equal(
        Listed, Operations.All.SelectMany(operation => operation.Reasons).Select(reason => $"{reason.Type} {reason.Status}").Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task They_are_written_down_for_people()
    {
        var rows = Reasons.All.Select(reason => $"| `{reason.Type}` | {reason.Status} | {reason.Meaning} | {reason.Remedy} |");
        var page = await File.ReadAllLinesAsync(Path.Combine(Repository.Root!, "docs", "problems.md"));

        Assert.Equal(rows, page.Where(line => line.StartsWith("| `urn:", StringComparison.Ordinal)));
    }

    private static object Something(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => "something",
        var type when type == typeof(int) => 0,
        var type when type == typeof(UserId) => UserId.Parse("u-1"),
        var type when type == typeof(TokenId) => TokenId.Parse("t-aaaaaaaaaaaa"),
        var type when type == typeof(IReadOnlyList<Fault>) => Array.Empty<Fault>(),
        var type when type == typeof(IReadOnlyList<string>) => Array.Empty<string>(),
        var type => throw new NotSupportedException($"Nobody makes up a {type.Name}."),
    };
}
