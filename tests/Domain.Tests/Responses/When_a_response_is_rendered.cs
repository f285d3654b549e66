using FsCheck;
using FsCheck.Fluent;
using Interactions.Domain.Responses;

namespace Interactions.Domain.Tests.Responses;

public sealed class When_a_response_is_rendered
{
    [Theory]
    [InlineData("Hello {customer.name}, this is {agent.name}.", "Hello Jo, this is Al.")]
    [InlineData("Your number: {interaction.number}", "Your number: IMS0000001")]
    [InlineData("{customer.name}{agent.name}", "JoAl")]
    [InlineData("{{customer.name}} and {{{customer.name}}}", "{customer.name} and {Jo}")]
    [InlineData("}}{{", "}{")]
    [InlineData("", "")]
    public void What_is_known_is_put_in(string text, string expected) => Assert.Equal(expected, Render(text, "Jo", "Al"));

    [Theory]
    [InlineData("Hello {customer.name}, how are you?", "Hello, how are you?")]
    [InlineData("Hello {customer.name}!", "Hello!")]
    [InlineData("Hello {customer.name}", "Hello")]
    [InlineData("Hello {customer.name}\r\nHow are you?", "Hello\r\nHow are you?")]
    [InlineData("Thank {customer.name} you", "Thank you")]
    [InlineData("{customer.name}, thank you", "thank you")]
    [InlineData("One\n{customer.name}: two", "One\ntwo")]
    [InlineData("Hello {customer.name} {agent.name}.", "Hello.")]
    [InlineData("Hello {customer.name} {interaction.number}", "Hello IMS0000001")]
    [InlineData("Dear {customer.name}-team", "Dear -team")]
    [InlineData("{customer.name}", "")]
    public void What_is_not_known_leaves_no_hole(string text, string expected) => Assert.Equal(expected, Render(text, null, " "));

    [Fact]
    public void What_is_put_in_is_one_line_and_is_not_read_again()
    {
        Assert.Equal("Hello {agent.name} }{ {{x", Render("Hello {customer.name}", "{agent.name}\n}{ {{x", "Al"));
    }

    [Theory]
    [InlineData("Hello {customer.nam}", 7, "customer.nam")]
    [InlineData("Hello {Customer.Name}", 7, "Customer.Name")]
    [InlineData("Hello {}", 7, "")]
    [InlineData("Hello { customer.name }", 7, " customer.name ")]
    [InlineData("Hello {customer.name", 7, null)]
    [InlineData("Hello customer.name}", 20, null)]
    [InlineData("{{{", 3, null)]
    [InlineData("{customer{agent.name}", 1, null)]
    public void What_cannot_be_read_is_named_with_its_place(string text, int at, string? name) =>
        Assert.Equal(new TemplateFault(at, name), Assert.Single(Template.Read(text).Faults));

    [Fact]
    public void Everything_that_cannot_be_read_is_named() =>
        Assert.Equal([new(1, "a"), new(4, null), new(5, "b")], Template.Read("{a}}{b}").Faults.AsEnumerable());

    [Fact]
    public void Whatever_is_written_can_be_read_and_rendered() => Prop
        .ForAll(Arb.From(Texts), Arb.From(Values), (text, name) => Template.Read(text).Template.Render(_ => name) is not null)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000).WithQuietOnSuccess(true));

    [Fact]
    public void A_text_whose_braces_are_doubled_is_itself() => Prop
        .ForAll(Arb.From(Texts), text =>
        {
            var (template, faults) = Template.Read(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            return faults.IsEmpty && template.Render(_ => "never") == text;
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithQuietOnSuccess(true));

    [Fact]
    public void A_name_stands_there_as_it_is_whatever_it_is() => Prop
        .ForAll(Arb.From(Values.Where(value => value?.Trim().Length > 0)), name =>
            Template.Read("<{customer.name}>").Template.Render(_ => name) == $"<{name!.Replace('\n', ' ').Trim()}>")
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithQuietOnSuccess(true));

    private static readonly Gen<string> Texts = Gen
        .Elements("{", "}", "{{", "}}", "{customer.name}", "{agent.name}", "{x}", " ", ", ", ".", "\n", "Hello", "\U0001F44B", "\ud83d", "")
        .ListOf().Select(string.Concat);

    private static readonly Gen<string?> Values = Gen.OneOf(Gen.Constant<string?>(null), Texts.Select(text => (string?)text));

    private static string Render(string text, string? customer, string? agent)
    {
        var (template, faults) = Template.Read(text);
        Assert.Empty(faults);
        return template.Render(placeholder => placeholder switch
        {
            Placeholder.CustomerName => customer,
            Placeholder.AgentName => agent,
            _ => "IMS0000001",
        });
    }
}
