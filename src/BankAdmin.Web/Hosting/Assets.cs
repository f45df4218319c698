using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.StaticFiles;

namespace BankAdmin.Web.Hosting;

/// <summary>
/// Style sheet, script and mark. Their addresses carry a version, so browsers may keep them. Whoever takes compressed files is sent
/// the one that the build put beside it. Pages are never compressed: their length would tell of secrets in them (BREACH).
/// </summary>
public static class Assets
{
    private static readonly (string Coding, string Extension)[] Compressed = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>
    /// The folder of files beside the published program, wherever it is started from; null: it is run from its sources, which know
    /// their own.
    /// </summary>
    public static string? BesideProgram(string programFolder) =>
        Path.Combine(programFolder, "wwwroot") is var folder && Directory.Exists(folder) ? folder : null;

    public static IApplicationBuilder UseAssets(this WebApplication app)
    {
        var files = app.Environment.WebRootFileProvider;
        app.Use((context, next) =>
        {
            var request = context.Request;
            var accepted = request.GetTypedHeaders().AcceptEncoding;
            if (accepted.Count > 0 && request.Path.Value is { } path && files.GetFileInfo(path).Exists)
            {
                request.Path = path + Compressed.Where(file =>
                    accepted.Any(coding => coding.Value.Equals(file.Coding, StringComparison.OrdinalIgnoreCase) && coding.Quality != 0)
                    && files.GetFileInfo(path + file.Extension).Exists).Select(file => file.Extension).FirstOrDefault();
            }

            return next(context);
        });
        return app.UseStaticFiles(new StaticFileOptions { ContentTypeProvider = new ContentTypes(), OnPrepareResponse = Prepare });
    }

    private static void Prepare(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
        headers.Vary = "Accept-Encoding";
        if (CodingOf(file.Context.Request.Path.Value!) is { } coding)
        {
            headers.ContentEncoding = coding;
        }
    }

    private static string? CodingOf(string path) => Compressed
        .Where(file => path.EndsWith(file.Extension, StringComparison.OrdinalIgnoreCase)).Select(file => file.Coding).FirstOrDefault();

    /// <summary>A compressed file is of the type of the file beside which it lies.</summary>
    private sealed class ContentTypes : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider types = new();

        public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType) =>
            types.TryGetContentType(CodingOf(subpath) is null ? subpath : subpath[..subpath.LastIndexOf('.')], out contentType);
    }
}
