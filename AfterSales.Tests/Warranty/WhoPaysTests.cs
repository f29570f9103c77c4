using AfterSales.Core.Cases;
using AfterSales.Core.Settings;
using AfterSales.Core.Warranty;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.Warranty;

/// <summary>R10–R15 as one decision table.</summary>
public sealed class WhoPaysTests
{
    [Fact]
    public void The_table_that_ships_gives_exactly_one_answer_in_every_situation()
    {
        Assert.Equal(2 * 3 * 2 * 5 * 2, PayerSituation.All.Count);
        Assert.Empty(PayerCheck.Faults(Defaults.Payers().Rows));
    }

    [Theory]
    [InlineData(WarrantyCover.In, CauseGroup.Maker, false, Payer.Free, "R10")]
    [InlineData(WarrantyCover.In, CauseGroup.Maker, true, Payer.Free, "R10")]
    [InlineData(WarrantyCover.In, CauseGroup.BoughtIn, false, Payer.Supplier, "R15")]
    [InlineData(WarrantyCover.In, CauseGroup.Misuse, false, Payer.CustomerPreferential, "R12")]
    [InlineData(WarrantyCover.In, CauseGroup.Misuse, true, Payer.Dealer, "R12, R13")]
    [InlineData(WarrantyCover.In, CauseGroup.NotCovered, false, Payer.Customer, "R14")]
    [InlineData(WarrantyCover.In, CauseGroup.NotCovered, true, Payer.Dealer, "R14, R13")]
    [InlineData(WarrantyCover.In, CauseGroup.Open, false, Payer.Open, "R10")]
    [InlineData(WarrantyCover.Out, CauseGroup.Maker, false, Payer.Customer, "R11")]
    [InlineData(WarrantyCover.Out, CauseGroup.Open, true, Payer.Dealer, "R11, R13")]
    [InlineData(WarrantyCover.Unknown, CauseGroup.Maker, false, Payer.Open, "R14")]
    public void Warranty_cause_and_sales_route_say_who_pays_R10_to_R15(WarrantyCover cover, CauseGroup cause, bool dealer, Payer payer, string rules)
    {
        var pays = Of(PayerWork.Work, cover, PayerPapers.OnFile, cause, dealer);
        Assert.Equal((payer, rules), (pays.Payer, pays.Rules));
    }

    [Theory]
    [InlineData(WarrantyCover.In, CauseGroup.Maker, false, Payer.Customer)]
    [InlineData(WarrantyCover.In, CauseGroup.Open, true, Payer.Dealer)]
    [InlineData(WarrantyCover.Out, CauseGroup.Maker, false, Payer.Customer)]
    public void R14_without_warranty_card_and_invoice_nothing_is_covered(WarrantyCover cover, CauseGroup cause, bool dealer, Payer payer) =>
        Assert.Equal(payer, Of(PayerWork.Work, cover, PayerPapers.Missing, cause, dealer).Payer);

    [Theory]
    [InlineData(WarrantyCover.Out, CauseGroup.NotCovered, true)]
    [InlineData(WarrantyCover.In, CauseGroup.Open, false)]
    public void Phone_guidance_is_always_free_R11(WarrantyCover cover, CauseGroup cause, bool dealer)
    {
        var pays = Of(PayerWork.Guidance, cover, PayerPapers.Missing, cause, dealer);
        Assert.Equal((Payer.Free, "R11"), (pays.Payer, pays.Rules));
    }

    [Theory]
    [InlineData(ServiceMode.Remote, false, false, true)]
    [InlineData(ServiceMode.Remote, true, false, false)]
    [InlineData(ServiceMode.OnSite, false, false, false)]
    [InlineData(ServiceMode.OnSite, false, true, true)]
    [InlineData(ServiceMode.OnSite, true, true, false)]
    [InlineData(ServiceMode.Workshop, false, true, false)]
    [InlineData(ServiceMode.SentIn, false, true, false)]
    public void R11_guidance_is_what_was_solved_with_nobody_sent(ServiceMode mode, bool sent, bool solved, bool guidance) =>
        Assert.Equal(guidance, WhoPays.Guidance(mode, sent, solved));

    [Fact]
    public void An_edit_that_leaves_a_situation_without_row_is_refused_naming_it()
    {
        var form = PayerTableForm.Of(Defaults.Payers());
        form.Rows.RemoveAll(r => r is { Cover: WarrantyCover.In, Cause: CauseGroup.BoughtIn });

        var refused = form.Check();

        Assert.Equal(2, refused.Count);
        Assert.All(refused, p => Assert.Equal(("Warranty.PayerMissing", "Rows"), (p.Code, p.Field)));
        Assert.Equal([PayerWork.Work, WarrantyCover.In, PayerPapers.OnFile, CauseGroup.BoughtIn, SalesRoute.Direct], refused[0].Args);
    }

    [Fact]
    public void Of_many_situations_without_row_ten_are_named_and_the_others_counted()
    {
        var form = PayerTableForm.Of(Defaults.Payers());
        form.Rows.RemoveAll(r => r.Cover == WarrantyCover.In);
        var missing = PayerCheck.Faults([.. form.Rows.Select(r => new PayerRow(r.Work, r.Cover, r.Papers, r.Cause, r.Route, r.Payer!.Value, "", "", ""))]).Count;

        var refused = form.Check();

        Assert.True(missing > 10);
        Assert.Equal(11, refused.Count);
        Assert.Equal(("Warranty.PayerMore", missing - 10), (refused[^1].Code, Assert.Single(refused[^1].Args)));
    }

    [Fact]
    public void An_edit_that_contradicts_another_row_is_refused_naming_both()
    {
        var form = PayerTableForm.Of(Defaults.Payers());
        form.Rows.Add(new() { Cover = WarrantyCover.Out, Work = PayerWork.Work, Route = SalesRoute.Direct, Cause = CauseGroup.Maker, Papers = PayerPapers.OnFile, Payer = Payer.Maker, ReasonZh = "协议", ReasonEn = "Contract" });

        var refused = Assert.Single(form.Check());

        Assert.Equal("Warranty.PayerTwice", refused.Code);
        Assert.Equal(["3", "14"], Assert.IsAssignableFrom<IEnumerable<string>>(refused.Args[^1]));
    }

    private static WhoPays Of(PayerWork work, WarrantyCover cover, PayerPapers papers, CauseGroup cause, bool dealer) =>
        Defaults.Payers().Of(new(work, cover, papers, cause, dealer ? SalesRoute.Dealer : SalesRoute.Direct));
}
