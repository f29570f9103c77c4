using AfterSales.Core.Cases;

namespace AfterSales.Core.Warranty;

/// <summary>What the cause of a fault means for the bill; each cause's row says its group.</summary>
public enum CauseGroup
{
    /// <summary>Not known yet, or settled by a person.</summary>
    Open = 0,

    /// <summary>Manufacturing, assembly, material, design.</summary>
    Maker = 1,

    /// <summary>外购件.</summary>
    BoughtIn = 2,

    /// <summary>使用不当.</summary>
    Misuse = 3,

    /// <summary>Poor keeping, unauthorised repair, environment, disaster, accident.</summary>
    NotCovered = 4,
}

/// <summary>Who pays.</summary>
public enum Payer
{
    /// <summary>Not settled: cause or warranty not known.</summary>
    Open = 0,

    /// <summary>免费.</summary>
    Free = 1,

    /// <summary>The customer, after an accepted quote.</summary>
    Customer = 2,

    /// <summary>The customer: parts at the preferential price list, labour and travel at the rates out of warranty.</summary>
    CustomerPreferential = 3,

    /// <summary>Free to the customer; claimed from the supplier.</summary>
    Supplier = 4,

    /// <summary>Billed to the dealer who sold the machine.</summary>
    Dealer = 5,

    /// <summary>Free to the customer; claimed from the maker.</summary>
    Maker = 6,
}

/// <summary>费用归属 as far as it is known, with the rules that say so and their reason in words.</summary>
/// <param name="ByTable">Who pays by the table.</param>
/// <param name="Rules">The rules.</param>
/// <param name="ReasonZh">Why, in Chinese.</param>
/// <param name="ReasonEn">Why, in English.</param>
public sealed record WhoPays(Payer ByTable, string Rules, string ReasonZh, string ReasonEn)
{
    /// <summary>What a person decided instead.</summary>
    public PayerDecision? Decision { get; init; }

    /// <summary>Who pays.</summary>
    public Payer Payer => Decision?.Payer ?? ByTable;

    /// <summary>Why, by the table.</summary>
    public string Reason(string culture) => culture.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? ReasonZh : ReasonEn;

    /// <summary>R11: guidance by phone is a remote job for which nobody is sent, and one on site that was solved with nobody sent.</summary>
    public static bool Guidance(ServiceMode mode, bool sent, bool solved) =>
        !sent && (mode == ServiceMode.Remote || (mode == ServiceMode.OnSite && solved));
}

/// <summary>费用归属 decided by a person against the table: whom, why, by whom and when.</summary>
public sealed record PayerDecision(Payer Payer, string Reason, string? By, DateTimeOffset At);
