using System.Data.Common;
using System.Net.Sockets;
using System.Security.Cryptography;
using BankAdmin.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Hosting;

/// <summary>What the world outside does to the program while it starts or works for a command: told in one line, without a trace.</summary>
internal static class Failures
{
    /// <summary>Whether it comes from outside.</summary>
    public static bool IsOutside(Exception failure) => failure is DbException or DbUpdateException or IOException
        or UnauthorizedAccessException or TimeoutException
        or SocketException or CryptographicException or InvalidOperationException or FormatException;

    /// <summary>The line.</summary>
    public static string Line(Exception failure)
    {
        var cause = failure is DbUpdateException { InnerException: { } inner } ? inner : failure;
        const StringSplitOptions parts = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var words = string.Join(' ', cause.Message.Split(['\r', '\n'], parts));
        return cause switch
        {
            DbException => $"データベースを使えません（{words}）。",
            IOException or UnauthorizedAccessException => $"ファイルを読み書きできません（{words}）。",
            CannotGoOnException or TimeoutException => words,
            _ => $"処理できませんでした（{words}）。",
        };
    }

    /// <summary>Says problems, one line each, and returns the exit code for them.</summary>
    public static int Tell(params IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        return 1;
    }
}
