namespace BankAdmin.Browser.Tests.Browser;

/// <summary>Where the sources are that a browser test needs beside its own assembly: fonts and the npm lock file.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BankAdmin.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException(
            $"No BankAdmin.sln above {AppContext.BaseDirectory}: run the browser tests from inside the repository.");
    }
}
