using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AfterSales.Tests.House;

/// <summary>A method as the compiler saw it.</summary>
internal sealed record MethodSize(string File, string Name, int Lines);

/// <summary>The length of each method's body from its first to its last line, as the debug symbols tell it.</summary>
internal static class MethodSizes
{
    /// <summary>Hand-written methods of an assembly; a file of several methods' lambdas counts each with its method.</summary>
    public static IReadOnlyList<MethodSize> Of(Assembly assembly)
    {
        using var image = File.OpenRead(assembly.Location);
        using var symbols = File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb"));
        using var pe = new System.Reflection.PortableExecutable.PEReader(image);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var (types, pdb) = (pe.GetMetadataReader(), provider.GetMetadataReader());
        return
        [
            .. pdb.MethodDebugInformation
                .Select(handle => Measure(types, pdb, handle))
                .OfType<MethodSize>()
                .Where(m => m.File.EndsWith(".cs", StringComparison.Ordinal) && !m.File.Contains("/obj/", StringComparison.Ordinal) && !m.File.Contains("/Migrations/", StringComparison.Ordinal)),
        ];
    }

    private static MethodSize? Measure(MetadataReader types, MetadataReader pdb, MethodDebugInformationHandle handle)
    {
        var points = pdb.GetMethodDebugInformation(handle).GetSequencePoints().Where(p => !p.IsHidden).ToList();
        if (points.Count == 0 || points[0].Document.IsNil)
        {
            return null;
        }

        var file = pdb.GetString(pdb.GetDocument(points[0].Document).Name).Replace('\\', '/');
        var method = types.GetMethodDefinition(MetadataTokens.MethodDefinitionHandle(MetadataTokens.GetRowNumber(handle)));
        var owner = types.GetTypeDefinition(method.GetDeclaringType());
        var name = $"{types.GetString(owner.Name)}.{types.GetString(method.Name)}";
        return new(file, name, points.Max(p => p.EndLine) - points.Min(p => p.StartLine) + 1);
    }
}
