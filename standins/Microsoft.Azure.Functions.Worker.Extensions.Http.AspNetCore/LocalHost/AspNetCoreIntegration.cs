namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore.LocalHost;

/// <summary>Present when the program asked for the ASP.NET Core integration, without which no HTTP function runs.</summary>
internal sealed class AspNetCoreIntegration;
