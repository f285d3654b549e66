using Interactions.Domain.Responses;
using Interactions.Functions.Agents;
using Interactions.Functions.Security;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Users;

namespace Interactions.Functions.Responses;

/// <summary>What can be said in an interaction, by whoever asks, with everything put in that is known.</summary>
internal sealed class Rendering(PolicySource policies, UserStore users)
{
    /// <summary>In the order of their ids.</summary>
    public Task<IEnumerable<ResponseView>> OfAsync(Records.Found found, Caller caller, CancellationToken cancellationToken) =>
        OfAsync(found, caller, static _ => true, cancellationToken);

    /// <summary>The text of one; null where there is none by that id for the interaction.</summary>
    public async Task<string?> TextOfAsync(string id, Records.Found found, Caller caller, CancellationToken cancellationToken) =>
        (await OfAsync(found, caller, response => response.Id == id, cancellationToken)).SingleOrDefault()?.Text;

    private async Task<IEnumerable<ResponseView>> OfAsync(
        Records.Found found, Caller caller, Func<StandardResponse, bool> isWanted, CancellationToken cancellationToken)
    {
        var policy = await policies.CurrentAsync(cancellationToken);
        var responses = policy.Responses.Where(response => response.IsFor(found.Interaction.Queue) && isWanted(response)).ToList();
        var customer = responses.Count > 0 ? await NameOfAsync(found, cancellationToken) : null;
        return responses.Select(response => new ResponseView(
            response.Id,
            response.Title,
            response.Shortcut,
            response.Tags,
            response.Template.Render(placeholder => placeholder switch
            {
                Placeholder.CustomerName => customer,
                Placeholder.AgentName => policy.Agent(caller.Id).Name,
                _ => found.Interaction.Number.ToString(),
            })));
    }

    // What somebody wrote down knows best, then the directory, then the channel.
    private async Task<string?> NameOfAsync(Records.Found found, CancellationToken cancellationToken)
    {
        var profile = found.Conversation.Profile;
        if (profile is not { NamedByHand: false, User: { } user })
            return profile?.Name;
        return (await users.FindAsync(user, cancellationToken))?.User.User.Name ?? profile.Name;
    }
}
