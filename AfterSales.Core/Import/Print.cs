using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AfterSales.Core.Assets;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;

namespace AfterSales.Core.Import;

/// <summary>
/// How a record stands, as one number: whatever is changed on it, or on its contacts, numbers and places, makes another, and
/// what is put back makes the same again. What the clock keeps by itself counts for nothing.
/// </summary>
internal static class Print
{
    private static readonly string[] Passed =
        ["Id", nameof(IVersioned.Version), nameof(Customer.Contacts), nameof(Customer.Sites), nameof(Contact.Phones), nameof(ContactPhone.ContactId), nameof(Asset.ServiceDueOn)];

    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Bare } } };

    public static long Of(Asset asset) => Hash([Text(asset)]);

    public static long Of(Customer customer) => Hash(
    [
        Text(customer),
        .. customer.Sites.Select(Text).Order(StringComparer.Ordinal),
        .. customer.Contacts.Select(c => string.Join('|', c.Phones.Select(Text).Order(StringComparer.Ordinal).Prepend(Text(c)))).Order(StringComparer.Ordinal),
    ]);

    private static string Text<T>(T row) => JsonSerializer.Serialize(row, Options);

    private static long Hash(IEnumerable<string> texts) => BitConverter.ToInt64(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(texts)));

    private static void Bare(JsonTypeInfo info)
    {
        for (var i = info.Properties.Count - 1; i >= 0; i--)
        {
            if (Passed.Contains(info.Properties[i].Name))
            {
                info.Properties.RemoveAt(i);
            }
        }
    }
}
