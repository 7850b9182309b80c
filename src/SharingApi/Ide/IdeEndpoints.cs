using System.Globalization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace SharingApi.Ide;

/// <summary>Serves Banana Cake Pop at <c>/graphql/ui/</c> from this assembly alone.</summary>
internal static class IdeEndpoints
{
    private const string Address = "/graphql/ui";

    public static IServiceCollection AddIde(this IServiceCollection services)
    {
        services.AddOptions<IdeOptions>().BindConfiguration(IdeOptions.Section);
        services.TryAddSingleton(IdeArchive.Embedded);
        return services;
    }

    /// <summary>Maps the IDE in Development, or where <c>Ide:Enabled</c> says so; elsewhere the address stays unknown.</summary>
    public static IEndpointRouteBuilder MapIde(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var isEnabled = services.GetRequiredService<IOptions<IdeOptions>>().Value.Enabled
            ?? services.GetRequiredService<IHostEnvironment>().IsDevelopment();

        if (isEnabled)
        {
            routes.MapMethods(Address + "/{**path}", [HttpMethods.Get, HttpMethods.Head], Answer)
                .AllowAnonymous()
                .ExcludeFromDescription();
        }

        return routes;
    }

    private static IResult Answer(HttpContext http, IdeArchive archive, string path = IdeFiles.Index)
    {
        IdeHeaders.Apply(http.Response);

        // Routing ignores a trailing slash, but the page's relative addresses need it.
        if (http.Request.Path.Equals(Address, StringComparison.OrdinalIgnoreCase))
        {
            return TypedResults.LocalRedirect($"~{Address}/{http.Request.QueryString}");
        }

        return string.Equals(path, IdeFiles.Preset, StringComparison.Ordinal)
            ? TypedResults.Json(IdePreset.Instance)
            : File(http, archive, path);
    }

    private static IResult File(HttpContext http, IdeArchive archive, string path)
    {
        var package = archive.Open();
        if (package is null)
        {
            return TypedResults.Content(MissingIdePage.Html, "text/html; charset=utf-8",
                statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        http.Response.RegisterForDispose(package);
        if (IdeFiles.ContentType(path) is not { } contentType || package.GetEntry(path) is not { } file)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = IdeFiles.CacheControl(path);
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{file.Crc32:x8}-{file.Length:x}\"");
        return TypedResults.Stream(file.Open(), contentType, entityTag: new EntityTagHeaderValue(tag));
    }
}
