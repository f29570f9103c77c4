using AfterSales.Core.Cases;
using AfterSales.Core.Warranty;

namespace AfterSales.Tests.Warranty;

public sealed class WhoPaysTests
{
    [Theory]
    [InlineData(WarrantyCover.In, "manufacturing", false, Payer.Free, "R10")]
    [InlineData(WarrantyCover.In, "material", true, Payer.Free, "R10")]
    [InlineData(WarrantyCover.In, "bought-in", false, Payer.Supplier, "R15")]
    [InlineData(WarrantyCover.In, "misuse", false, Payer.CustomerPreferential, "R12")]
    [InlineData(WarrantyCover.In, "misuse", true, Payer.Dealer, "R12, R13")]
    [InlineData(WarrantyCover.In, "accident", false, Payer.Customer, "R14")]
    [InlineData(WarrantyCover.In, "unauthorised", false, Payer.Customer, "R14")]
    [InlineData(WarrantyCover.In, "wear", false, Payer.Open, "R10")]
    [InlineData(WarrantyCover.In, null, false, Payer.Open, "R10")]
    [InlineData(WarrantyCover.Out, "manufacturing", false, Payer.Customer, "R11")]
    [InlineData(WarrantyCover.Out, "wear", true, Payer.Dealer, "R11, R13")]
    [InlineData(WarrantyCover.Unknown, "manufacturing", false, Payer.Open, "R14")]
    public void Warranty_cause_and_sales_route_say_who_pays_R10_to_R15(WarrantyCover cover, string? cause, bool dealer, Payer payer, string rules) =>
        Assert.Equal(new WhoPays(payer, rules), WhoPays.Of(cover, WhoPays.Group(cause), dealer, guidance: false));

    [Theory]
    [InlineData(WarrantyCover.Out, "accident", true)]
    [InlineData(WarrantyCover.In, null, false)]
    public void Phone_guidance_is_always_free_R11(WarrantyCover cover, string? cause, bool dealer) =>
        Assert.Equal(new WhoPays(Payer.Free, "R11"), WhoPays.Of(cover, WhoPays.Group(cause), dealer, guidance: true));

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
}
