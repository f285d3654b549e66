namespace Interactions.Standins.Tests.Twilio;

internal sealed record Received(string Method, string Target, string Authorization, string? ContentType, string Body)
{
    public string[] Fields => Body.Split('&');

    public string[] Query => Target.Split('?')[1].Split('&');
}
