namespace Interactions.Functions.Http;

/// <summary>One of the things that can be wrong with a request, as programs know it.</summary>
/// <param name="Name">What stands behind <c>urn:interactions:</c>, and stays.</param>
/// <param name="Meaning">What is so.</param>
/// <param name="Remedy">What whoever asked can do.</param>
internal sealed record Reason(string Name, int Status, string Meaning, string Remedy)
{
    private const string Prefix = "urn:interactions:";

    public string Type => Prefix + Name;
}
