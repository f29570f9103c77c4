namespace AfterSales.Tests.House;

/// <summary>The files of the repository, generated and built ones left out.</summary>
internal static class Source
{
    private static readonly string[] Built = ["bin", "obj", "artifacts", ".git", ".vs", ".idea", "TestResults", "node_modules"];

    /// <summary>The repository's folder, found upward from the tests' own file.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Files below a folder of the repository with one of the endings, as paths relative to the root.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Walk(Path.Combine(Root, folder)).Where(f => endings.Length == 0 || endings.Any(e => f.EndsWith(e, StringComparison.Ordinal))).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'));

    /// <summary>Hand-written C# of the three rooms and the bench.</summary>
    public static IEnumerable<string> Code() => Files("", ".cs").Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal));

    /// <summary>A file's lines.</summary>
    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    /// <summary>A file's text.</summary>
    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<string> Walk(string folder) =>
        !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder).Concat(
                Directory.EnumerateDirectories(folder).Where(d => !Built.Contains(Path.GetFileName(d))).SelectMany(Walk));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AfterSales.sln")))
        {
            folder = Path.GetDirectoryName(folder.TrimEnd('/', '\\')) ?? throw new InvalidOperationException("The repository is not above the tests.");
        }

        return folder;
    }
}
