using Interactions.Functions.Http;
using Interactions.Functions.Storage.Users;

namespace Interactions.Functions.Directory;

/// <summary>What came of storing a user: the user as it is now, or why not.</summary>
internal readonly record struct UserOutcome(User? User, Problem? Problem)
{
    public static implicit operator UserOutcome(User user) => new(user, null);

    public static implicit operator UserOutcome(Problem problem) => new(null, problem);
}
