namespace Interactions.Functions.Tests.Driver;

/// <summary>Such tests are begun before the others, so that nobody waits for them alone in the end.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesLongAttribute : Attribute;
