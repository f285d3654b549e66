namespace Interactions.Functions.Contract.Page;

internal static class Style
{
    public const string Css = """
        :root{color-scheme:light dark;--ink:#1b1f24;--quiet:#59636e;--ground:#fff;--raised:#f4f6f8;--line:#d5dbe1;--mark:#0a58a5}
        @media(prefers-color-scheme:dark){:root{--ink:#e4e8ec;--quiet:#9aa5b1;--ground:#14171a;--raised:#1d2125;--line:#343b42;--mark:#7cb8f5}}
        *{box-sizing:border-box}
        body{margin:0;display:flex;font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground)}
        nav{position:sticky;top:0;flex:0 0 20rem;height:100vh;overflow:auto;padding:1rem;border-right:1px solid var(--line);font-size:13px}
        nav a{display:block;padding:.1rem 0;overflow-wrap:anywhere}
        nav a.part{margin-top:.8rem;font-weight:600}
        nav b{display:inline-block;width:3.6rem;font-size:10px;color:var(--quiet)}
        main{flex:1;min-width:0;max-width:70rem;padding:1rem 2rem 6rem}
        a{color:var(--mark);text-decoration:none}
        a:hover{text-decoration:underline}
        h2{margin-top:3rem;border-bottom:1px solid var(--line)}
        section{margin:2rem 0;padding:0 1rem 1rem;border:1px solid var(--line);border-radius:6px}
        h3{overflow-wrap:anywhere}
        h4{margin:1rem 0 .3rem}
        h3 b{margin-right:.5rem;color:var(--mark)}
        code,pre{font:13px/1.45 ui-monospace,monospace;background:var(--raised);border-radius:4px}
        code{padding:.1em .3em;overflow-wrap:anywhere}
        pre{padding:.8rem;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere}
        table{width:100%;border-collapse:collapse}
        th,td{padding:.3rem .5rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
        th{color:var(--quiet);font-weight:500}
        .who{color:var(--quiet)}
        @media(max-width:50rem){body{display:block}nav{position:static;height:auto;border:0}main{padding:1rem}}
        """;
}
