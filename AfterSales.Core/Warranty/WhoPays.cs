using AfterSales.Core.Cases;

namespace AfterSales.Core.Warranty;

/// <summary>What the cause of a fault means for the bill.</summary>
public enum CauseGroup
{
    /// <summary>Not known yet, or a cause without a rule.</summary>
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
}

/// <summary>费用归属 as far as it is known, with the rules that say so.</summary>
public sealed record WhoPays(Payer Payer, string Rules)
{
    /// <summary>
    /// R10–R15 in one look: by warranty, cause and sales route. Guidance by phone is always free (R11); what a dealer sold is
    /// billed to the dealer where the customer would pay (R13).
    /// </summary>
    public static WhoPays Of(WarrantyCover cover, CauseGroup cause, bool soldByDealer, bool guidance)
    {
        if (guidance)
        {
            return new(Payer.Free, "R11");
        }

        var direct = (cover, cause) switch
        {
            (WarrantyCover.Unknown, _) => new WhoPays(Payer.Open, "R14"),
            (WarrantyCover.Out, _) => new WhoPays(Payer.Customer, "R11"),
            (_, CauseGroup.Maker) => new WhoPays(Payer.Free, "R10"),
            (_, CauseGroup.BoughtIn) => new WhoPays(Payer.Supplier, "R15"),
            (_, CauseGroup.Misuse) => new WhoPays(Payer.CustomerPreferential, "R12"),
            (_, CauseGroup.NotCovered) => new WhoPays(Payer.Customer, "R14"),
            _ => new WhoPays(Payer.Open, "R10"),
        };
        return soldByDealer && direct.Payer is (Payer.Customer or Payer.CustomerPreferential)
            ? new(Payer.Dealer, direct.Rules + ", R13")
            : direct;
    }

    /// <summary>R11: guidance by phone is a remote job for which nobody is sent, and one on site that was solved with nobody sent.</summary>
    public static bool Guidance(ServiceMode mode, bool sent, bool solved) =>
        !sent && (mode == ServiceMode.Remote || (mode == ServiceMode.OnSite && solved));

    /// <summary>The group of a cause's code, as the lists that ship name them; wear is settled by a person (P).</summary>
    public static CauseGroup Group(string? cause) => cause switch
    {
        "manufacturing" or "assembly" or "material" or "design" => CauseGroup.Maker,
        "bought-in" => CauseGroup.BoughtIn,
        "misuse" => CauseGroup.Misuse,
        "maintenance" or "unauthorised" or "environment" or "accident" => CauseGroup.NotCovered,
        _ => CauseGroup.Open,
    };
}
