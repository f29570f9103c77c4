using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Settings;

namespace AfterSales.Core.Warranty;

/// <summary>费用归属 of a case by the table that held when it was taken in.</summary>
public static class PayerBook
{
    /// <summary>By the table alone; the cause as far as it is known.</summary>
    public static WhoPays Pays(this ListBook lists, bool guidance, WarrantyCover cover, bool noPapers, string? cause, bool dealer, DateTimeOffset at) =>
        (lists.Payers(at) ?? throw new InvalidOperationException("No table of payers.")).Of(new(
            guidance ? PayerWork.Guidance : PayerWork.Work, cover, noPapers ? PayerPapers.Missing : PayerPapers.OnFile, lists.CauseGroup(cause, at), dealer ? SalesRoute.Dealer : SalesRoute.Direct));

    /// <summary>Of a case, unless a person decided otherwise; the cause found so far, and whether somebody was sent.</summary>
    public static WhoPays Pays(this ListBook lists, ServiceCase c, WarrantyCover cover, bool noPapers, bool dealer, string? cause, bool sent, string? decidedBy) =>
        lists.Pays(WhoPays.Guidance(c.Mode, sent, c.ResolvedAt is not null), cover, noPapers, cause, dealer, c.OpenedAt) with
        {
            Decision = Decision(c, decidedBy),
        };

    /// <summary>R11 without a machine: guidance is free whatever the machine, the rest isn't known; a complaint or a suggestion asks for none.</summary>
    public static WhoPays? PaysGuidance(this ListBook lists, CaseType type, bool guidance, DateTimeOffset at) =>
        guidance && type is not (CaseType.Complaint or CaseType.Suggestion) ? lists.Pays(guidance, WarrantyCover.Unknown, false, null, false, at) : null;

    /// <summary>The same of a case, unless a person decided otherwise.</summary>
    public static WhoPays? PaysGuidance(this ListBook lists, ServiceCase c, bool sent, string? decidedBy) =>
        lists.PaysGuidance(c.Type, WhoPays.Guidance(c.Mode, sent, c.ResolvedAt is not null), c.OpenedAt) is { } pays ? pays with { Decision = Decision(c, decidedBy) } : null;

    /// <summary>R14: neither warranty card nor valid invoice.</summary>
    public static bool NoPapers(this Asset asset) => asset is { InvoiceOnFile: false, WarrantyCardOnFile: false };

    private static PayerDecision? Decision(ServiceCase c, string? by) =>
        c is { DecidedPayer: { } payer, PayerReason: { } reason, PayerDecidedAt: { } at } ? new(payer, reason, by, at) : null;
}
