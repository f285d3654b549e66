using Interactions.Functions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

try
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    builder.AddInteractions();
    await builder.Build().RunAsync();
    return 0;
}
catch (SettingException broken)
{
    await Console.Error.WriteLineAsync(broken.Message);
    return 1;
}
