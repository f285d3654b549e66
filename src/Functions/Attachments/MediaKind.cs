using System.Collections.Frozen;
using System.Net.Http.Headers;

namespace Interactions.Functions.Attachments;

/// <summary>As what something attached is passed on. What a browser might execute, and what nobody here knows, is bytes to be saved.</summary>
internal sealed record MediaKind(string ContentType, string Extension, bool IsShown)
{
    private static readonly MediaKind Bytes = new("application/octet-stream", "bin", IsShown: false);

    private static readonly FrozenDictionary<string, MediaKind> Known = new[]
    {
        Shown("image/jpeg", "jpg"), Shown("image/jpg", "jpg"), Shown("image/png", "png"), Shown("image/gif", "gif"), Shown("image/webp", "webp"),
        Shown("image/bmp", "bmp"), Shown("image/tiff", "tiff"), Shown("image/heic", "heic"), Shown("image/heif", "heif"), Shown("image/avif", "avif"),
        Shown("audio/mpeg", "mp3"), Shown("audio/mp3", "mp3"), Shown("audio/mp4", "m4a"), Shown("audio/aac", "aac"), Shown("audio/ogg", "ogg"),
        Shown("audio/opus", "opus"), Shown("audio/amr", "amr"), Shown("audio/amr-nb", "amr"), Shown("audio/3gpp", "3gp"), Shown("audio/3gpp2", "3g2"),
        Shown("audio/wav", "wav"), Shown("audio/x-wav", "wav"), Shown("audio/vnd.wave", "wav"), Shown("audio/webm", "weba"), Shown("audio/basic", "au"),
        Shown("audio/ac3", "ac3"),
        Shown("video/mp4", "mp4"), Shown("video/mpeg", "mpeg"), Shown("video/quicktime", "mov"), Shown("video/webm", "webm"), Shown("video/3gpp", "3gp"),
        Shown("video/3gpp2", "3g2"), Shown("video/h263", "h263"), Shown("video/h264", "h264"),
        Shown("application/pdf", "pdf"), Shown("text/plain", "txt"),
        Saved("text/vcard", "vcf"), Saved("text/x-vcard", "vcf"), Saved("text/directory", "vcf"), Saved("text/calendar", "ics"), Saved("text/csv", "csv"),
        Saved("application/vcard", "vcf"),
    }.ToFrozenDictionary(kind => kind.ContentType, StringComparer.OrdinalIgnoreCase);

    /// <param name="told">What is said of it where it lies.</param>
    /// <param name="announced">What was said of it when it came.</param>
    public static MediaKind Of(string? told, string announced)
    {
        if (!MediaTypeHeaderValue.TryParse(told ?? announced, out var type) || !Known.TryGetValue(type.MediaType ?? "", out var kind))
            return Bytes;

        // Of all that may be said besides, it is only this that somebody who reads it needs.
        return kind.ContentType.StartsWith("text/", StringComparison.Ordinal) && type.CharSet?.Trim('"') is { Length: > 0 } set && set.All(IsOfName)
            ? kind with { ContentType = $"{kind.ContentType}; charset={set}" }
            : kind;
    }

    private static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.';

    private static MediaKind Shown(string type, string extension) => new(type, extension, IsShown: true);

    private static MediaKind Saved(string type, string extension) => new(type, extension, IsShown: false);
}
