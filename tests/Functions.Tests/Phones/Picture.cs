namespace Interactions.Functions.Tests.Phones;

/// <summary>The smallest picture that a browser shows: one green dot.</summary>
internal static class Picture
{
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkaPhfDwADgwGAYYwYtAAAAABJRU5ErkJggg==");
}
