using System.Security.Cryptography;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Attachments;

/// <summary>A file as it lies in the store.</summary>
public sealed record StoredFile(string Hash, long Size, FileKind Kind);

/// <summary>
/// The contents of what is attached, in a folder outside the web root, each once, under its SHA-256. A file is written
/// beside and renamed when it is whole, before any row names it: a kill leaves no row without its file, only a file
/// without a row, which <see cref="FileSweep"/> takes away.
/// </summary>
public sealed class FileStore(StorageSettings settings, BusinessClock clock) : IDisposable
{
    /// <summary>Of a hash, in hexadecimal digits.</summary>
    public const int HashLength = 64;

    private const int Buffer = 81_920;
    private readonly SemaphoreSlim turn = new(1, 1);

    private string Arriving => Path.Combine(settings.Files, "arriving");

    /// <summary>
    /// Takes in a content: at most <see cref="AttachmentLimits.MostBytes"/>, of a kind that may be kept. Faults, with the name in
    /// them: <c>Attachments.TooBig</c>, <c>Attachments.NotAllowed</c>, <c>Attachments.Macros</c>.
    /// </summary>
    public async Task<Result<StoredFile>> Take(string? name, Stream content, CancellationToken stop)
    {
        Directory.CreateDirectory(Arriving);
        var part = Path.Combine(Arriving, Guid.NewGuid().ToString("N"));
        try
        {
            StoredFile stored;
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Buffer, useAsync: true))
            {
                if (await Copy(content, file, stop) is not { } hash)
                {
                    return new Problem("Attachments.TooBig", "File", name, AttachmentLimits.MostMegabytes);
                }

                file.Flush(flushToDisk: true);
                var found = FileContent.Of(file);
                if (found is not { Kind: { } kind, Macros: false })
                {
                    return new Problem(found.Macros ? "Attachments.Macros" : "Attachments.NotAllowed", "File", name);
                }

                stored = new(hash, file.Length, kind);
            }

            await Keep(part, stored.Hash, stop);
            return stored;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>True where the content is there.</summary>
    public bool Has(string? hash) => IsHash(hash) && File.Exists(PathOf(hash!));

    /// <summary>How many bytes are there; null where nothing is.</summary>
    public long? SizeOf(string hash) => Has(hash) ? new FileInfo(PathOf(hash)).Length : null;

    /// <summary>What is known of a content that is there; null where it is not.</summary>
    public StoredFile? Look(string? hash)
    {
        if (!Has(hash))
        {
            return null;
        }

        using var file = Open(hash!);
        return FileContent.Of(file) is { Kind: { } kind, Macros: false } ? new(hash!, file.Length, kind) : null;
    }

    /// <summary>The content, to read.</summary>
    public FileStream Open(string hash) => new(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Buffer, useAsync: true);

    /// <summary>Every content that came before an instant of the wall's clock, and what broke off in coming.</summary>
    internal IEnumerable<string> Before(DateTimeOffset instant) => !Directory.Exists(settings.Files) ? []
        : Directory.EnumerateFiles(settings.Files, "*", SearchOption.AllDirectories).Where(f => File.GetLastWriteTimeUtc(f) < instant.UtcDateTime).Select(f => Path.GetFileName(f));

    /// <summary>Deletes a content unless it came anew meanwhile or somebody wants it.</summary>
    internal async Task<bool> Drop(string name, DateTimeOffset before, Func<Task<bool>> wanted, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            var path = IsHash(name) ? PathOf(name) : Path.Combine(Arriving, name);
            if (!File.Exists(path) || File.GetLastWriteTimeUtc(path) >= before.UtcDateTime || (IsHash(name) && await wanted()))
            {
                return false;
            }

            File.Delete(path);
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    /// <summary>The whole content under its hash, as if it had come just now, even where it lay there before.</summary>
    private async Task Keep(string part, string hash, CancellationToken stop)
    {
        File.SetLastWriteTimeUtc(part, clock.OnTheWall.UtcDateTime);
        await turn.WaitAsync(stop);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(hash))!);
            File.Move(part, PathOf(hash), overwrite: true);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The hash of what was copied; null where it is more than may be.</summary>
    private static async Task<string?> Copy(Stream from, Stream to, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, all) = (new byte[Buffer], 0L);
        while (await from.ReadAsync(buffer, stop) is > 0 and var read)
        {
            if ((all += read) > AttachmentLimits.MostBytes)
            {
                return null;
            }

            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), stop);
        }

        await to.FlushAsync(stop);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private string PathOf(string hash) => Path.Combine(settings.Files, hash[..2], hash);

    /// <summary>True for a name under which a content lies.</summary>
    internal static bool IsHash(string? hash) => hash?.Length == HashLength && hash.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
