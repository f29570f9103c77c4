using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace AfterSales.Tests.House;

/// <summary>The enums that the code hands to generic methods and components (Texts.Of, a picker): those are shown.</summary>
internal static class ShownEnums
{
    /// <summary>Full names of enums of the product that an assembly uses as generic arguments.</summary>
    public static IEnumerable<Type> In(Assembly assembly, Assembly enums)
    {
        using var pe = new PEReader(File.OpenRead(assembly.Location));
        var reader = pe.GetMetadataReader();
        var names = new Names();
        var used = new HashSet<string>();
        for (var i = 1; i <= reader.GetTableRowCount(TableIndex.MethodSpec); i++)
        {
            var spec = reader.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(i));
            if (NameOf(reader, spec.Method) == "Of")
            {
                used.UnionWith(spec.DecodeSignature(names, null));
            }
        }

        return enums.GetTypes().Where(t => t.IsEnum && used.Contains(t.FullName!));
    }

    private static string NameOf(MetadataReader reader, EntityHandle method) => method.Kind == HandleKind.MemberReference
        ? reader.GetString(reader.GetMemberReference((MemberReferenceHandle)method).Name)
        : reader.GetString(reader.GetMethodDefinition((MethodDefinitionHandle)method).Name);

    /// <summary>Reads a type in a signature as its full name.</summary>
    private sealed class Names : ISignatureTypeProvider<string, object?>
    {
        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
            Full(reader.GetString(reader.GetTypeDefinition(handle).Namespace), reader.GetString(reader.GetTypeDefinition(handle).Name));

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            Full(reader.GetString(reader.GetTypeReference(handle).Namespace), reader.GetString(reader.GetTypeReference(handle).Name));

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => "";

        public string GetArrayType(string elementType, ArrayShape shape) => elementType;

        public string GetByReferenceType(string elementType) => elementType;

        public string GetFunctionPointerType(MethodSignature<string> signature) => "";

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => genericType;

        public string GetGenericMethodParameter(object? genericContext, int index) => "";

        public string GetGenericTypeParameter(object? genericContext, int index) => "";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        public string GetPinnedType(string elementType) => elementType;

        public string GetPointerType(string elementType) => elementType;

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "";

        public string GetSZArrayType(string elementType) => elementType;

        private static string Full(string space, string name) => space + "." + name;
    }
}
