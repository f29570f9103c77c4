using CsCheck;

namespace AfterSales.Tests.Support;

/// <summary>Texts as bad as they come: any UTF-16 unit, so halves of characters and controls too.</summary>
public static class AnyText
{
    /// <summary>The generator.</summary>
    public static Gen<string> Gen { get; } = CsCheck.Gen.OneOf(
        CsCheck.Gen.Int[0, 0xFFFF].Select(c => (char)c).Array[0, 30].Select(c => new string(c)),
        CsCheck.Gen.Int[0, 14].Select(i => new[] { "\ud800", "\udc00", "\0", "\ufffe", "+", "0086", "转", "-", "(", " ", "7", "13800138000", "/", "ext", "Ⅷ" }[i]).Array[0, 8].Select(string.Concat));
}
