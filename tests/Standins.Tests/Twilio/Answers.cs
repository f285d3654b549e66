namespace Interactions.Standins.Tests.Twilio;

/// <summary>Bodies in the form Twilio's REST API documents them.</summary>
internal static class Answers
{
    public const string Queued = """
        {
          "sid": "SM00000000000000000000000000000001",
          "account_sid": "AC00000000000000000000000000000000",
          "messaging_service_sid": null,
          "from": "+15550100001",
          "to": "+15550100002",
          "body": "Grüße 👋",
          "num_segments": "2",
          "num_media": "0",
          "direction": "outbound-api",
          "status": "queued",
          "error_code": null,
          "error_message": null,
          "date_created": "Fri, 24 May 2019 17:18:27 +0000",
          "date_updated": "Fri, 24 May 2019 17:18:28 +0000",
          "date_sent": null,
          "price": null,
          "price_unit": "USD",
          "api_version": "2010-04-01",
          "uri": "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/SM00000000000000000000000000000001.json",
          "subresource_uris": { "media": "/2010-04-01/Accounts/AC0/Messages/SM1/Media.json" }
        }
        """;

    public static string Page(string? next, params string[] sids) => $$"""
        {
          "messages": [{{string.Join(',', sids.Select(sid => $$"""{ "sid": "{{sid}}", "status": "delivered" }"""))}}],
          "page_size": 2,
          "uri": "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json?PageSize=2&Page=0",
          "next_page_uri": {{(next is null ? "null" : $"\"{next}\"")}}
        }
        """;

    public static string Error(int code, int status, string message) => $$"""
        {
          "code": {{code}},
          "message": "{{message}}",
          "more_info": "https://www.twilio.com/docs/errors/{{code}}",
          "status": {{status}}
        }
        """;
}
