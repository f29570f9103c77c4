using AfterSales.Core.Assets;
using AfterSales.Core.Identity;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using static AfterSales.Tests.WorkOrders.InnerPartsTests;

namespace AfterSales.Tests.WorkOrders;

/// <summary>A part's exchange that somebody enters in the machine's file while the job that did it runs.</summary>
public sealed class ExchangedByHandTests
{
    [Theory, InlineData(0), InlineData(1)]
    public async Task An_exchange_that_was_entered_by_hand_meanwhile_stands_in_the_report_and_is_filed_once(int daysLater)
    {
        await using var house = await TestHouse.Open();
        var (order, serial) = await Gearbox(house);
        await Report(house, order, false, ("GB-1", "GB-2"));
        var old = (await Rows(house, serial))[0];
        var after = old.After.Copy();
        (after.Serial, after.RemovedFor, after.Inner) = ("GB-2", RemovalReason.Fault, InnerParts.TakeOut);
        Assert.Empty((await house.As(Role.Agent).Ask((ComponentDesk d) => d.Replace(serial, old.Id, after, house.Request))).Problems);

        Assert.Empty((await Saved(house, order, false, ("GB-1", "GB-2"))).Problems);
        house.Time.Advance(TimeSpan.FromDays(daysLater));
        await house.Mine((JobEnding e) => e.Complete(order, null, house.Request));

        Assert.Equal(["GB-2", "GB-1", "BR-7", null], (await Rows(house, serial)).Select(r => r.Form.Serial));
    }

    /// <summary>Nobody read off the new one's serial, and the old one was taken out in the file already.</summary>
    [Fact]
    public async Task A_part_that_was_taken_out_by_hand_meanwhile_is_not_filed_once_more()
    {
        await using var house = await TestHouse.Open();
        var (order, serial) = await Gearbox(house);
        await Report(house, order, false, ("GB-1", null));
        var old = (await Rows(house, serial))[0];
        var after = old.After.Copy();
        (after.Serial, after.RemovedFor, after.Inner) = ("GB-2", RemovalReason.Fault, InnerParts.TakeOut);
        Assert.Empty((await house.As(Role.Agent).Ask((ComponentDesk d) => d.Replace(serial, old.Id, after, house.Request))).Problems);
        house.Time.Advance(TimeSpan.FromDays(1));
        await house.Mine((JobEnding e) => e.Complete(order, null, house.Request));

        Assert.Single((await Rows(house, serial)), r => r.Form.Serial == "GB-1");
    }

    /// <summary>What was exchanged before the case came in is no part of this job: its label was misread.</summary>
    [Fact]
    public async Task An_exchange_of_long_ago_lets_no_report_put_in_what_is_in_it()
    {
        await using var house = await TestHouse.Open();
        var (order, serial) = await Gearbox(house);
        var old = (await Rows(house, serial))[0];
        var after = old.After.Copy();
        (after.Serial, after.RemovedFor, after.Inner, after.FittedOn) = ("GB-2", RemovalReason.Fault, InnerParts.TakeOut, house.Clock.Today.AddDays(-30));
        Assert.Empty((await house.As(Role.Agent).Ask((ComponentDesk d) => d.Replace(serial, old.Id, after, house.Request))).Problems);

        Assert.Equal("WorkOrders.NewSerialFitted", Assert.Single((await Saved(house, order, false, ("GB-1", "GB-2"))).Problems).Code);
    }
}
