namespace Interactions.Functions.Workspace;

/// <summary>What the pages may do in a browser: run and look like what came with them, and speak to the app and the directory.</summary>
internal static class PagePolicy
{
    public static string For(WorkspaceSettings settings)
    {
        var directory = settings.Directory is { } given ? " " + new Uri(given.Authority).GetLeftPart(UriPartial.Authority) : "";
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
            + $"connect-src 'self'{directory}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'";
    }
}
