using AfterSales.Core.Warranty;
using static AfterSales.Core.Warranty.CauseGroup;
using static AfterSales.Core.Warranty.PayerPapers;
using static AfterSales.Core.Warranty.SalesRoute;
using static AfterSales.Core.Warranty.WarrantyCover;

namespace AfterSales.Core.Settings;

public static partial class Defaults
{
    /// <summary>R10–R15 as the table that ships; wear and what was not found a person settles (P).</summary>
    public static PayerTable Payers() => new()
    {
        Code = PayerTable.Standard,
        NameZh = "费用归属表",
        NameEn = "Who pays",
        ValidFrom = Beginning,
        Rows =
        [
            new(PayerWork.Guidance, null, null, null, null, Payer.Free, "R11", "电话指导一律免费", "Guidance by phone is always free"),
            new(PayerWork.Work, Unknown, null, null, null, Payer.Open, "R14", "没有保修起算日，无法判断是否在保修期内，请先补全", "No start of warranty on file: to be completed first"),
            new(PayerWork.Work, Out, null, null, Direct, Payer.Customer, "R11", "已过保修期：先报价，客户确认后再施工", "Out of warranty: quote first, work after the customer's word"),
            new(PayerWork.Work, Out, null, null, SalesRoute.Dealer, Payer.Dealer, "R11, R13", "已过保修期，由经销商售出：事先告知经销商，费用与经销商结算", "Out of warranty, sold by a dealer: told before, billed to the dealer"),
            new(PayerWork.Work, In, Missing, null, Direct, Payer.Customer, "R14", "无三包凭证且无有效发票，不予保修", "Neither warranty card nor valid invoice: not covered"),
            new(PayerWork.Work, In, Missing, null, SalesRoute.Dealer, Payer.Dealer, "R14, R13", "无三包凭证且无有效发票，由经销商售出：与经销商结算", "Neither warranty card nor valid invoice, sold by a dealer: billed to the dealer"),
            new(PayerWork.Work, In, OnFile, Open, null, Payer.Open, "R10", "保修期内：质量原因免费；使用不当、保养不当、私自拆修、环境或事故造成的除外；待查明原因", "In warranty: free unless misuse, poor keeping, unauthorised repair, environment or accident; the cause decides"),
            new(PayerWork.Work, In, OnFile, CauseGroup.Maker, null, Payer.Free, "R10", "保修期内，制造、装配、材料或设计原因：免费维修或更换", "In warranty, the maker's fault: repaired or replaced free of charge"),
            new(PayerWork.Work, In, OnFile, BoughtIn, null, Payer.Supplier, "R15", "保修期内，外购件故障：对客户免费，由采购向供应商索赔", "In warranty, a bought-in part: free to the customer, claimed from the supplier"),
            new(PayerWork.Work, In, OnFile, Misuse, Direct, Payer.CustomerPreferential, "R12", "保修期内但使用不当：配件按优惠价，工时和差旅按保外标准", "In warranty but misuse: parts at preferential prices, labour and travel as out of warranty"),
            new(PayerWork.Work, In, OnFile, Misuse, SalesRoute.Dealer, Payer.Dealer, "R12, R13", "保修期内但使用不当，由经销商售出：与经销商结算", "In warranty but misuse, sold by a dealer: billed to the dealer"),
            new(PayerWork.Work, In, OnFile, NotCovered, Direct, Payer.Customer, "R14", "保养不当、私自拆修、环境或事故造成，不予保修：先报价", "Poor keeping, unauthorised repair, environment or accident: not covered, quote first"),
            new(PayerWork.Work, In, OnFile, NotCovered, SalesRoute.Dealer, Payer.Dealer, "R14, R13", "保养不当、私自拆修、环境或事故造成，由经销商售出：与经销商结算", "Poor keeping, unauthorised repair, environment or accident, sold by a dealer: billed to the dealer"),
        ],
    };
}
