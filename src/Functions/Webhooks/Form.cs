using System.Collections;

namespace Interactions.Functions.Webhooks;

/// <summary>The parameters of a webhook in the order they came, each with its text as it was before it was encoded.</summary>
internal sealed class Form(IReadOnlyList<KeyValuePair<string, string>> fields) : IReadOnlyList<KeyValuePair<string, string>>
{
    public int Count => fields.Count;

    public KeyValuePair<string, string> this[int index] => fields[index];

    /// <summary>The first value of that name, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in fields)
            {
                if (key == name) return value;
            }

            return null;
        }
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
