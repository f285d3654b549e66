using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Driver;

/// <summary>Somebody says whose a profile is, and nothing else of it.</summary>
internal static class Links
{
    public static CorrectProfile To(Actor by, UserId? user, Traits? traits = null) => new(by, new(user), null, traits);
}
