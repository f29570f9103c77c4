using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Integrity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Assets;

/// <summary>A machine moves to another customer or site and keeps where it was.</summary>
public sealed class AssetMovingTests
{
    [Theory, BothDatabases]
    public async Task A_sold_machine_is_the_new_customers_and_its_cases_stay_with_the_old_one(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (seller, buyer) = (await house.KnownCustomer(name: "甲厂"), await house.KnownCustomer(name: "乙厂"));
        var serial = seller.Asset.SerialNo;
        var number = await house.Registered(seller.Repair());

        Assert.Empty((await Move(house, serial, seller.Customer.Code, f => (f.CustomerCode, f.SiteId) = (buyer.Customer.Code, buyer.Site.Id))).Problems);

        var view = await house.As(Role.Agent).Ask((AssetDesk d) => d.Read(serial));
        Assert.Equal((buyer.Customer.Code, buyer.Site.Id), (view.CustomerCode, view.Form.SiteId!.Value));
        Assert.Equal(seller.Customer.Id, await house.Read(db => db.Cases.Where(c => c.Number == number).Select(c => c.CustomerId).SingleAsync()));
        var told = Assert.Single(await house.As(Role.Agent).Ask((AssetMoving m) => m.Of(serial)));
        Assert.Equal(("甲厂", "乙厂", "转让", house.Clock.Today), (told.From, told.To, told.Reason!, told.MovedOn));
        Assert.NotNull(told.By);
        Assert.Equal(serial, Assert.Single(await house.As(Role.Agent).Ask((AssetMoving m) => m.Gone(seller.Customer.Code))).SerialNo);
        Assert.Empty(await house.As(Role.Agent).Ask((AssetMoving m) => m.Gone(buyer.Customer.Code)));
        Assert.Contains((await house.As(Role.Agent).Ask((AssetList l) => l.Find(new AssetFilter { Text = "乙厂" }))).Rows, r => r.SerialNo == serial);
        Assert.DoesNotContain((await house.As(Role.Agent).Ask((AssetList l) => l.Find(new AssetFilter { Text = "甲厂" }))).Rows, r => r.SerialNo == serial);
    }

    [Theory, BothDatabases]
    public async Task A_machine_moves_to_the_survivor_and_what_was_the_merged_one_s_is_the_survivor_s_former(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (stays, goes) = (await house.KnownCustomer(name: "华强电缆"), await house.KnownCustomer(name: "华强电缆（新）"));
        var third = await house.KnownCustomer(name: "丙厂");
        Assert.Empty((await MoveTo(goes.Asset.SerialNo, third.Customer.Code)).Problems);
        var view = (await house.As(Role.Agent).Ask((CustomerMerging m) => m.Read(stays.Customer.Code, goes.Customer.Code))).Value;
        var merge = new MergeForm { Version = view.Here.Form.Version, OtherVersion = view.Other.Form.Version };
        Assert.True((await house.As(Role.Agent).Ask((CustomerMerging m) => m.Merge(stays.Customer.Code, goes.Customer.Code, merge, house.Request))).Ok);
        Assert.Equal(goes.Asset.SerialNo, Assert.Single(await house.As(Role.Agent).Ask((AssetMoving m) => m.Gone(stays.Customer.Code))).SerialNo);
        Assert.Equal(stays.Customer.Code, (await house.As(Role.Agent).Ask((AssetMoving m) => m.Target(goes.Customer.Code)))!.Code);
        Assert.Empty((await MoveTo(goes.Asset.SerialNo, goes.Customer.Code)).Problems);
        Assert.Equal(stays.Customer.Id, await house.Read(db => db.Assets.Where(a => a.SerialNo == goes.Asset.SerialNo).Select(a => a.CustomerId).SingleAsync()));
        Assert.Empty(await house.As(Role.Agent).Ask((AssetMoving m) => m.Gone(stays.Customer.Code)));
        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck check) => check.Run()));

        async Task<Result> MoveTo(string serial, string to)
        {
            var version = await house.Read(db => db.Assets.Where(a => a.SerialNo == serial).Select(a => a.Version).SingleAsync());
            var form = new MoveForm { Version = version, CustomerCode = to, MovedOn = house.Clock.Today, Reason = "转让" };
            return await house.As(Role.Agent).Ask((AssetMoving m) => m.Move(serial, form, house.Request));
        }
    }

    [Theory, BothDatabases]
    public async Task Every_fault_is_told_and_who_moved_it_meanwhile(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (seller, buyer, third) = (await house.KnownCustomer(), await house.KnownCustomer(), await house.KnownCustomer());
        var (serial, code) = (seller.Asset.SerialNo, seller.Customer.Code);
        var version = await Version(house, serial);

        Assert.Equal(["Assets.NoSuchCustomer"], Codes(await Move(house, serial, code, f => f.CustomerCode = "K-0")));
        Assert.Equal(["Shared.NotInList"], Codes(await Move(house, serial, code, f => (f.CustomerCode, f.SiteId) = (buyer.Customer.Code, third.Site.Id))));
        Assert.Equal(["Assets.NotMoved"], Codes(await Move(house, serial, code, f => f.SiteId = seller.Site.Id)));
        Assert.Equal(["Assets.DayAhead", "Shared.Required"], Codes(await Move(house, serial, code, f => (f.MovedOn, f.Reason) = (new(2027, 1, 1), " "))));
        Assert.Empty((await Move(house, serial, code, f => f.CustomerCode = buyer.Customer.Code)).Problems);
        Assert.Equal(["Assets.MovedLater"], Codes(await Move(house, serial, buyer.Customer.Code, f => (f.CustomerCode, f.MovedOn) = (code, new(2026, 11, 1)))));

        var late = MoveForm.Of(version, code, seller.Site.Id, house.Clock.Today);
        (late.CustomerCode, late.SiteId, late.Reason) = (third.Customer.Code, null, "转让");
        Assert.Equal(("Shared.ChangedByOther", "CustomerCode"), (await house.As(Role.Supervisor).Ask((AssetMoving m) => m.Move(serial, late, house.Request))).Problems.Select(p => (p.Code, p.Field!)).First());
    }

    [Theory, BothDatabases]
    public async Task A_place_changed_on_the_record_is_kept_as_a_move_too(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var form = (await house.As(Role.Agent).Ask((AssetDesk d) => d.Read(known.Asset.SerialNo))).Form.Copy();
        form.SiteId = null;

        Assert.True((await house.As(Role.Agent).Ask((AssetDesk d) => d.Edit(known.Asset.SerialNo, form, house.Request))).Ok);

        var told = Assert.Single(await house.As(Role.Agent).Ask((AssetMoving m) => m.Of(known.Asset.SerialNo)));
        Assert.Equal((known.Site.Address, null, null), (told.FromPlace!, told.ToPlace, told.Reason));
    }

    private static string[] Codes(Core.Shared.Result result) => [.. result.Problems.Select(p => p.Code).Order()];

    private static async Task<long> Version(TestHouse house, string serial) => (await house.As(Role.Agent).Ask((AssetDesk d) => d.Read(serial))).Form.Version;

    [Theory, BothDatabases]
    public async Task A_day_before_cases_of_the_old_customer_is_told_with_them_and_may_be_meant(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (seller, buyer) = (await house.KnownCustomer(), await house.KnownCustomer());
        var number = await house.Registered(seller.Repair());
        var serial = seller.Asset.SerialNo;
        Task<Result> To(DateOnly day, bool known) => Move(house, serial, seller.Customer.Code, f => (f.CustomerCode, f.MovedOn, f.CasesKnown) = (buyer.Customer.Code, day, known));

        var told = Assert.Single((await To(house.Clock.Today.AddDays(-1), false)).Problems);
        Assert.Equal(("Assets.CasesSince", "MovedOn", number), (told.Code, told.Field, Assert.Single((List<string>)told.Args[0]!)));
        Assert.Empty((await To(house.Clock.Today.AddDays(-1), true)).Problems);
    }

    private static async Task<Core.Shared.Result> Move(TestHouse house, string serial, string from, Action<MoveForm> change)
    {
        var form = MoveForm.Of(await Version(house, serial), from, (await house.As(Role.Agent).Ask((AssetDesk d) => d.Read(serial))).Form.SiteId, house.Clock.Today);
        (form.SiteId, form.Reason) = (null, "转让");
        change(form);
        return await house.As(Role.Agent).Ask((AssetMoving m) => m.Move(serial, form, house.Request));
    }
}
