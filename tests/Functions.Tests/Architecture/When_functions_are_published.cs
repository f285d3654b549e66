using System.Reflection;
using Interactions.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Tests.Architecture;

/// <summary>What the published worker needs of a function, and would otherwise drop or fail to load without a word.</summary>
public sealed class When_functions_are_published
{
    private static readonly MethodInfo[] Functions =
    [
        .. typeof(Composition).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(FunctionAttribute))),
    ];

    [Fact]
    public void There_are_some() => Assert.NotEmpty(Functions);

    [Fact]
    public void None_is_in_a_nested_class() => Assert.DoesNotContain(Functions, function => function.DeclaringType!.IsNested);

    [Fact]
    public void None_is_overloaded() =>
        Assert.DoesNotContain(Functions, function => function.DeclaringType!.GetMethods().Count(method => method.Name == function.Name) > 1);

    [Fact]
    public void Each_class_is_named_so_that_the_rules_for_functions_find_it() =>
        Assert.All(Functions, function => Assert.EndsWith("Function", function.DeclaringType!.Name, StringComparison.Ordinal));
}
