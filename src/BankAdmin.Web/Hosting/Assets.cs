namespace BankAdmin.Web.Hosting;

/// <summary>Style sheet, script and mark. Their addresses carry a version, so browsers may keep them.</summary>
public static class Assets
{
    public static StaticFileOptions Served { get; } = new()
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
            file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    };
}
