using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.HandOffs;
using AfterSales.Core.Notices;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AfterSales.Core.Customers;

/// <summary>
/// The columns of words that people type, in which a telephone number may stand: all that <see cref="PersonalColumns"/> names
/// but those that are one number or plate, and a few that name nobody or are no customer's.
/// </summary>
public static class TypedWords
{
    private static readonly HashSet<(Type, string)> Others = [(typeof(ContactPhone), nameof(ContactPhone.Number)), (typeof(ContactLog), nameof(ContactLog.Phone)), (typeof(Asset), nameof(Asset.Plate))];

    private static readonly Dictionary<Type, string[]> Further = new()
    {
        [typeof(Customer)] = [nameof(Customer.AnonymityReason)],
        [typeof(Component)] = [nameof(Component.Name)],
        [typeof(ReportPart)] = [nameof(ReportPart.Name)],
        [typeof(HandOff)] = [nameof(HandOff.AnsweredBy)],
        [typeof(ServiceCase)] = [nameof(ServiceCase.AgentText), nameof(ServiceCase.EngineerText)],
        [typeof(Notification)] = [nameof(Notification.Facts)],
    };

    /// <summary>True for a column of such words.</summary>
    public static bool Holds(Type row, string column) =>
        !Others.Contains((row, column)) && (PersonalColumns.Of(row).Contains(column) || Further.GetValueOrDefault(row, []).Contains(column));

    /// <summary>Every such column of the model gives its words with numbers masked, wherever a query asks for it.</summary>
    internal static void Mask(ModelBuilder builder)
    {
        foreach (var column in Of(builder.Model))
        {
            column.SetValueConverter(column.Name == nameof(CaseEvent.Facts) ? new FactsConverter() : new WordsConverter());
        }
    }

    /// <summary>The columns of a model.</summary>
    internal static IEnumerable<IMutableProperty> Of(IMutableModel model) =>
        model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.ClrType == typeof(string) && Holds(p.DeclaringType.ClrType, p.Name));

    private sealed class WordsConverter() : ValueConverter<string, string>(v => v, v => NumbersInWords.Masked(v));

    /// <summary>Facts are masked each by itself: packed, what stands before a number may be written in figures.</summary>
    private sealed class FactsConverter() : ValueConverter<string, string>(v => v, v => Facts(v))
    {
        private static string Facts(string packed) => CaseEvent.Pack([.. CaseEvent.Unpack(packed).Select(f => (f.Key, (string?)NumbersInWords.Masked(f.Value)))]) ?? packed;
    }
}
