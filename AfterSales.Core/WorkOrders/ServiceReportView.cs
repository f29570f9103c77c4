using AfterSales.Core.Cases;
using AfterSales.Core.Settings;
using AfterSales.Core.Warranty;

namespace AfterSales.Core.WorkOrders;

/// <summary>Everything that one 售后服务报告单 says, as it stands.</summary>
/// <param name="Case">The case with customer, machine and promises, numbers masked for those who need not see them.</param>
/// <param name="Order">The order with its visits; null for guidance by phone.</param>
/// <param name="Report">What was found and done; null while nothing is written.</param>
/// <param name="NoSignatureBy">R31: who approved the missing signature.</param>
/// <param name="Warranty">The machine's warranty on the day of the intake; null without a machine.</param>
/// <param name="Pays">Who pays, as far as it is known; without a machine of guidance alone.</param>
/// <param name="Book">Names of the codes in it.</param>
/// <param name="At">The moment of reading.</param>
public sealed record ServiceReportView(
    CaseView Case, OrderView? Order, ServiceReport? Report, string? NoSignatureBy, WarrantyState? Warranty, WhoPays? Pays, ListBook Book, DateTimeOffset At)
{
    /// <summary>三包 on the day the work was done, else today; null where the machine's preset knows neither rights nor a meter.</summary>
    public WarrantyReading? Meter { get; init; }

    /// <summary>By part of the report, what became of the parts in the old one, or once it is done will.</summary>
    public IReadOnlyDictionary<long, InnerFate> Inner { get; init; } = new Dictionary<long, InnerFate>();

    /// <summary>True when the work is done and the report final.</summary>
    public bool Completed => Report?.CompletedAt is not null;
}
