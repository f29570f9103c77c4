namespace AfterSales.Web.Hosting;

/// <summary>Files that live as long as a request or a look at a page; what a killed process left is gone a day later.</summary>
internal static class Spool
{
    private const int Buffer = 65_536;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Where they lie: the machine's own place for what is kept for a while, readable by this account alone.</summary>
    private static string Folder => Path.Combine(Path.GetTempPath(), "aftersales-" + Environment.UserName);

    /// <summary>A new one, which goes away when it is closed.</summary>
    public static FileStream Open()
    {
        var folder = OperatingSystem.IsWindows() ? Directory.CreateDirectory(Folder) : Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read | FileShare.Delete, BufferSize = Buffer, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(Path.Combine(folder.FullName, Path.GetRandomFileName()), options);
        Sweep(folder, File.GetLastWriteTimeUtc(file.Name) - Longest);
        return file;
    }

    private static void Sweep(DirectoryInfo folder, DateTime before)
    {
        foreach (var old in folder.EnumerateFiles().Where(f => f.LastWriteTimeUtc < before))
        {
            try
            {
                old.Delete();
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException)
            {
                // Somebody still reads it; tomorrow is early enough.
            }
        }
    }
}
