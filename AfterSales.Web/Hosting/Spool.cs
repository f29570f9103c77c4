namespace AfterSales.Web.Hosting;

/// <summary>
/// Files that live as long as a request or a look at a page, in a folder of this process alone. The folder goes with the
/// process; what a killed one left goes when another starts, two days later.
/// </summary>
public static class Spool
{
    private const int Buffer = 65_536;
    private const string Name = "aftersales-spool-";
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);
    private static readonly Lazy<string> Folder = new(Make);

    /// <summary>A new one, which goes away when it is closed.</summary>
    public static FileStream Open()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read | FileShare.Delete, BufferSize = Buffer, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Folder.Value, Path.GetRandomFileName()), options);
    }

    /// <summary>A name that nobody can know before, and nobody else may look into.</summary>
    private static string Make()
    {
        var own = Directory.CreateTempSubdirectory(Name);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Away(own);
        foreach (var left in own.Parent!.EnumerateDirectories(Name + "*").Where(d => d.LastWriteTimeUtc < own.LastWriteTimeUtc - Longest))
        {
            Away(left);
        }

        return own.FullName;
    }

    private static void Away(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // Somebody else's, or still read; the next start is early enough.
        }
    }
}
