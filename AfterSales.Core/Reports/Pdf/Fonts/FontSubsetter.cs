using System.Runtime.InteropServices;
using HarfBuzzSharp;
using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>
/// Cuts a face down to the characters of one document with HarfBuzz's own subsetter, which the native library of
/// HarfBuzzSharp exports though the managed one does not show it. SkiaSharp embeds a TrueType face whole, so without
/// this each PDF would carry 15 MB.
/// </summary>
internal static class FontSubsetter
{
    private const string Library = "libHarfBuzzSharp";

    public static SKData Cut(Face face, IEnumerable<int> characters)
    {
        var input = Must(hb_subset_input_create_or_fail());
        try
        {
            var wanted = hb_subset_input_unicode_set(input);
            foreach (var character in characters)
                hb_set_add(wanted, (uint)character);
            return Copy(Must(hb_subset_or_fail(face.Handle, input)));
        }
        finally
        {
            hb_subset_input_destroy(input);
        }
    }

    private static SKData Copy(nint subset)
    {
        var blob = hb_face_reference_blob(subset);
        try
        {
            var bytes = hb_blob_get_data(blob, out var length);
            return SKData.CreateCopy(bytes, length);
        }
        finally
        {
            hb_blob_destroy(blob);
            hb_face_destroy(subset);
        }
    }

    private static nint Must(nint handle) =>
        handle != 0 ? handle : throw new InvalidOperationException("HarfBuzz could not cut the face.");

    [DllImport(Library)]
    private static extern nint hb_subset_input_create_or_fail();

    [DllImport(Library)]
    private static extern void hb_subset_input_destroy(nint input);

    [DllImport(Library)]
    private static extern nint hb_subset_input_unicode_set(nint input);

    [DllImport(Library)]
    private static extern void hb_set_add(nint set, uint codepoint);

    [DllImport(Library)]
    private static extern nint hb_subset_or_fail(nint face, nint input);

    [DllImport(Library)]
    private static extern nint hb_face_reference_blob(nint face);

    [DllImport(Library)]
    private static extern void hb_face_destroy(nint face);

    [DllImport(Library)]
    private static extern nint hb_blob_get_data(nint blob, out uint length);

    [DllImport(Library)]
    private static extern void hb_blob_destroy(nint blob);
}
