namespace Interactions.Functions.Attachments;

/// <summary>How much is passed on, and how long it is waited for.</summary>
/// <param name="Largest">In bytes: no channel takes more.</param>
/// <param name="ForHeaders">Until it is known whether there is anything, over all the places that are asked.</param>
/// <param name="ForMore">While it comes, for the next piece of it to be there and taken.</param>
internal sealed record MediaLimits(long Largest, TimeSpan ForHeaders, TimeSpan ForMore)
{
    public static readonly MediaLimits Usual = new(16 * 1024 * 1024, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(10));
}
