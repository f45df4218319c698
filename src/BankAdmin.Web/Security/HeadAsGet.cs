namespace BankAdmin.Web.Security;

/// <summary>HEAD is answered like GET, by the same code for all addresses; only what is said stays unsaid.</summary>
public sealed class HeadAsGet(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Request.Method = HttpMethods.Get;
            http.Response.Body = Stream.Null;
        }

        return next(http);
    }
}
