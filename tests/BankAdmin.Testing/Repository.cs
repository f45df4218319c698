namespace BankAdmin.Testing;

/// <summary>A file of the sources, named from the root of the repository.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public int Lines => Text.AsSpan().Count('\n');
}

/// <summary>The repository that the tests were built from: sources, documents, fonts and npm lock files.</summary>
public static class Repository
{
    private static readonly string[] NotByHand = ["bin", "obj", "node_modules", "Migrations"];

    public static string Root { get; } = Find();

    public static string Docs => Path.Combine(Root, "docs");

    /// <summary>Files that people write, by extension.</summary>
    public static IReadOnlyList<SourceFile> Sources(string extension, string folder = "src") =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*" + extension, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(NotByHand.Contains))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path))))
            .ToList();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BankAdmin.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No BankAdmin.sln above {AppContext.BaseDirectory}: run the tests inside the repository.");
    }
}
