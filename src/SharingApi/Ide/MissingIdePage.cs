namespace SharingApi.Ide;

/// <summary>What the address of the IDE answers in a build that was made without it: what is missing and how to mend it.</summary>
internal static class MissingIdePage
{
    public const string Html =
        """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <title>Banana Cake Pop is not in this build</title>
          <style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 4rem auto; padding: 0 1rem }</style>
        </head>
        <body>
          <h1>Banana Cake Pop is not in this build</h1>
          <p>The build takes the GraphQL IDE from npm, and <code>npm ci</code> did not succeed when this server was built.
          The GraphQL endpoint itself is complete.</p>
          <ol>
            <li>Install Node.js 20 or later with npm, and see that npm reaches its registry.</li>
            <li>Build and start again: <code>dotnet run --project src/SharingApi</code>. If it still fails, the build names
            the file with npm's own words.</li>
          </ol>
          <h1 lang="zh">此版本不含 Banana Cake Pop</h1>
          <p lang="zh">构建时通过 npm 获取该 GraphQL 工具，而当时 <code>npm ci</code> 未能成功。GraphQL 接口本身不受影响。</p>
          <ol lang="zh">
            <li>安装 Node.js 20 或更高版本（含 npm），并确认 npm 能访问其软件源。</li>
            <li>重新构建并启动：<code>dotnet run --project src/SharingApi</code>。如仍失败，构建输出会指明 npm 日志文件。</li>
          </ol>
        </body>
        </html>
        """;
}
