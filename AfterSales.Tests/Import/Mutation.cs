using System.IO.Compression;
using System.Text;

namespace AfterSales.Tests.Import;

/// <summary>A workbook spoilt by chance, the same for the same seed: bytes of the zip, letters of its XML, or values of its cells.</summary>
internal static class Mutation
{
    private static readonly string[] Values = ["", "-1", "1e308", "NaN", "99999999999999999999", "2026-99-99", "<", "&#0;", "&lt;x&gt;", "_x0000_", "是", "\u202e", "''", "=1/0", "#REF!", "0000", "45000.5", "-45000", "C001", "F-0001", new string('长', 5_000)];

    public static byte[] Of(byte[] whole, int seed)
    {
#pragma warning disable CA5394 // Chance that must be the same each time.
        var chance = new Random(seed);
        if (seed % 3 == 0)
        {
            return Bytes(whole, chance);
        }

        using var stream = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(whole)))
        using (var to = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            var victim = chance.Next(from.Entries.Count);
            for (var i = 0; i < from.Entries.Count; i++)
            {
                using var reader = new StreamReader(from.Entries[i].Open());
                var text = reader.ReadToEnd();
                var cells = from.Entries[i].FullName is var name && (name.Contains("sheet", StringComparison.OrdinalIgnoreCase) || name.Contains("sharedStrings", StringComparison.Ordinal));
                text = seed % 3 == 1 ? i == victim ? Xml(text, chance) : text : cells ? Cells(text, chance) : text;
                using var part = to.CreateEntry(from.Entries[i].FullName).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    private static byte[] Bytes(byte[] whole, Random chance)
    {
        var bytes = whole.ToArray();
        for (var i = chance.Next(1, 20); i > 0; i--)
        {
            bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
        }

        return chance.Next(4) == 0 ? bytes[..chance.Next(bytes.Length)] : bytes;
    }

    private static string Xml(string text, Random chance)
    {
        var letters = new StringBuilder(text);
        for (var i = chance.Next(1, 6); i > 0 && letters.Length > 40; i--)
        {
            var at = chance.Next(letters.Length - 30);
            _ = chance.Next(3) switch
            {
                0 => letters.Remove(at, chance.Next(1, 30)),
                1 => letters.Insert(at, letters.ToString(chance.Next(letters.Length - 30), chance.Next(1, 30))),
                _ => letters.Replace(letters[at], (char)chance.Next(32, 127), at, 1),
            };
        }

        return letters.ToString();
    }

    /// <summary>What stands between tags is exchanged for something else.</summary>
    private static string Cells(string text, Random chance)
    {
        var parts = text.Split('<');
        for (var i = 0; i < parts.Length; i++)
        {
            var end = parts[i].IndexOf('>', StringComparison.Ordinal);
            if (end >= 0 && end + 1 < parts[i].Length && chance.Next(12) == 0)
            {
                parts[i] = parts[i][..(end + 1)] + Values[chance.Next(Values.Length)].Replace("<", "&lt;", StringComparison.Ordinal);
            }
        }

        return string.Join('<', parts);
#pragma warning restore CA5394
    }
}
