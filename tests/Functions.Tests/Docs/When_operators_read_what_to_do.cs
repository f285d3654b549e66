using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Interactions.Functions.Contract;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Contract;

namespace Interactions.Functions.Tests.Docs;

/// <summary>Somebody who has never seen it follows docs/operating.md to the letter: everything that it names is there.</summary>
public sealed partial class When_operators_read_what_to_do
{
    private static readonly Manual Page = Manual.Of("docs/operating.md");

    private static readonly Lazy<string> Sources = new(() => string.Concat(Directory.GetFiles(Manual.In("src/Functions"), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
        .Select(File.ReadAllText)));

    [Fact]
    public void Every_route_is_one_of_the_apps()
    {
        var named = Page.Words.Select(word => NamedRoute().Match(word)).Where(found => found.Success)
            .Select(found => (Verb: found.Groups["verb"].Value, Path: found.Groups["path"].Value))
            .ToList();

        Assert.True(named.Count > 5);
        Assert.DoesNotContain(named, each => !IsRoute(each.Verb, each.Path));
    }

    [Fact]
    public void Every_request_is_one_that_the_app_answers_and_says_what_is_read_there()
    {
        var requests = Page.Commands.SelectMany(command => command.Split('\n')).Select(line => Curl().Match(line)).Where(found => found.Success).ToList();

        Assert.True(requests.Count > 15);
        Assert.All(requests, request =>
        {
            var verb = request.Groups["verb"] is { Success: true, Value: var said } ? said : "GET";
            Assert.True(IsRoute(verb, request.Groups["path"].Value), request.Value);
            var operation = OperationAt(verb, request.Groups["path"].Value)!;
            if (request.Groups["json"] is { Success: true, Value: var json })
                Assert.Empty(JsonNode.Parse(json)!.AsObject().Select(field => field.Key).Except(FieldsOf(operation)));
        });
    }

    [Fact]
    public void Every_setting_is_one_that_is_read()
    {
        var settings = Manual.Of(Path.Combine("docs", "settings.md")).Text;
        var named = Setting().Matches(Page.Text).Select(found => found.Value).Distinct().ToList();

        Assert.Contains("Twilio__PreviousAuthToken", named);
        Assert.DoesNotContain(named, name =>
            !settings.Contains($"`{name}`", StringComparison.Ordinal) && !Sources.Value.Contains($"\"{name.Replace("__", ":", StringComparison.Ordinal)}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_metric_is_one_that_is_counted()
    {
        var named = Metric().Matches(Page.Text).Select(found => found.Groups[1].Value).Distinct().ToList();

        Assert.True(named.Count > 5);
        Assert.DoesNotContain(named, name => !Sources.Value.Contains($"\"{name}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_looked_for_in_the_traces_is_what_the_app_says()
    {
        var logs = File.ReadAllText(Manual.In("src/Functions/Hosting/Logs.cs"));
        var looked = LookedFor().Matches(Page.Text).Select(found => found.Groups[1].Value).ToList();

        Assert.NotEmpty(looked);
        Assert.DoesNotContain(looked, words => !logs.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_name_in_two_words_is_a_parameter_of_the_infrastructure_or_a_field_of_the_contract()
    {
        var parameters = BicepParameter().Matches(File.ReadAllText(Manual.In("infra/main.bicep"))).Select(found => found.Groups[1].Value).ToHashSet();
        var given = Page.Commands.SelectMany(command => command.Split('\n')).Where(line => line.Contains("az deployment", StringComparison.Ordinal))
            .SelectMany(line => Given().Matches(line).Select(found => found.Groups[1].Value))
            .ToList();
        var contract = OpenApiDocument.Instance.Json.ToJsonString();

        Assert.NotEmpty(given);
        Assert.Empty(given.Except(parameters));
        Assert.DoesNotContain(Page.Words, word => TwoWords().IsMatch(word) && !parameters.Contains(word) && !contract.Contains($"\"{word}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_alert_has_its_section_with_a_query_and_there_are_no_others()
    {
        var alerts = BicepAlert().Matches(File.ReadAllText(Manual.In("infra/modules/alerts.bicep"))).Select(found => found.Groups[1].Value);
        var headings = Page.HeadingsBelow("## Alerts");

        Assert.Equal(alerts.Distinct().Order(StringComparer.Ordinal), headings.Order(StringComparer.Ordinal));
        Assert.All(headings, heading => Assert.Contains("```kusto\n", Page.Section($"### {heading}"), StringComparison.Ordinal));
    }

    [Fact]
    public void Of_every_table_it_is_said_what_is_lost_without_it()
    {
        var rows = Page.Section("### Making a copy").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(row => row.Split('|')[1]);

        Assert.Equal(TableNames.All.Order(StringComparer.Ordinal), rows.SelectMany(names => names.Split(',')).Select(name => name.Trim(' ', '`')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_file_and_folder_is_there()
    {
        var named = RepositoryPath().Matches(Page.Text).Select(found => found.Value).Distinct().ToList();

        Assert.Contains("infra/main.bicep", named);
        Assert.DoesNotContain(named, path => !Path.Exists(Manual.In(path)));
    }

    private static bool IsRoute(string verb, string path) => OperationAt(verb, path) is not null;

    private static Operation? OperationAt(string verb, string path) =>
        Routes.At(path.Split('?')[0]).FirstOrDefault(operation => operation.Verb.Equals(verb, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> FieldsOf(Operation operation) => operation.Body?.Shape switch
    {
        Shape.Typed typed => typed.Type.Properties.Select(property => property.Name),
        Shape.Configured configured => configured.Document.Properties.Select(property => property.Name),
        _ => [],
    };

    [GeneratedRegex("^(?<verb>GET|POST|PUT|PATCH|DELETE) (?<path>/api/\\S+)$")]
    private static partial Regex NamedRoute();

    [GeneratedRegex("""curl (?=.*\$APP(?<path>/api/[^"\s]*))(?:.*?-X (?<verb>[A-Z]+))?(?:.*-d '(?<json>\{.*\})')?""")]
    private static partial Regex Curl();

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+__[A-Za-z0-9_]+\b")]
    private static partial Regex Setting();

    [GeneratedRegex("[`\"](interactions(?:\\.[a-z_]+)+)[`\"]")]
    private static partial Regex Metric();

    [GeneratedRegex("Message has \"([^\"]+)\"")]
    private static partial Regex LookedFor();

    [GeneratedRegex(@"^param (\w+) ", RegexOptions.Multiline)]
    private static partial Regex BicepParameter();

    [GeneratedRegex(@"\s(\w+)=")]
    private static partial Regex Given();

    [GeneratedRegex("^[a-z]+(?:[A-Z][A-Za-z0-9]*)+$")]
    private static partial Regex TwoWords();

    // Rules by themselves, and those that are made of a list.
    [GeneratedRegex("^ {2,4}name: '([a-z-]+)'$", RegexOptions.Multiline)]
    private static partial Regex BicepAlert();

    [GeneratedRegex(@"(?<![/\w.-])(?:infra|src|docs|requests|dev|bench|tests)/[\w./-]*\w")]
    private static partial Regex RepositoryPath();
}
