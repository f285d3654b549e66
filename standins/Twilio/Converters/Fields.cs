using System.Globalization;
using Twilio.Types;

namespace Twilio.Converters;

/// <summary>Form and query fields as Twilio spells them. What is null is left out, a list repeats its key.</summary>
internal static class Fields
{
    internal static void Put(this List<KeyValuePair<string, string>> fields, string name, string? value)
    {
        if (value is not null) fields.Add(new(name, value));
    }

    internal static void Put(this List<KeyValuePair<string, string>> fields, string name, PhoneNumber? value) =>
        fields.Put(name, value?.ToString());

    internal static void Put(this List<KeyValuePair<string, string>> fields, string name, StringEnum? value) =>
        fields.Put(name, value?.ToString());

    internal static void Put(this List<KeyValuePair<string, string>> fields, string name, Uri? value) =>
        fields.Put(name, value?.OriginalString);

    internal static void Put(this List<KeyValuePair<string, string>> fields, string name, bool? value) =>
        fields.Put(name, value switch { true => "true", false => "false", null => null });

    internal static void Put<T>(this List<KeyValuePair<string, string>> fields, string name, T? value)
        where T : struct, IFormattable =>
        fields.Put(name, value?.ToString(null, CultureInfo.InvariantCulture));

    // Written as it stands: Twilio reads it as UTC whatever its Kind, so callers pass UTC.
    internal static void Put(this List<KeyValuePair<string, string>> fields, string name, DateTime? value) =>
        fields.Put(name, value?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    internal static void PutEach(this List<KeyValuePair<string, string>> fields, string name, IEnumerable<string>? values)
    {
        foreach (var value in values ?? []) fields.Add(new(name, value));
    }

    // An exact day wins over the bounds, which Twilio spells as part of the key: "DateSent<".
    internal static void PutRange(
        this List<KeyValuePair<string, string>> fields, string name, DateTime? after, DateTime? on, DateTime? before)
    {
        fields.Put(name, on);
        if (on is not null) return;
        fields.Put($"{name}<", before);
        fields.Put($"{name}>", after);
    }
}
