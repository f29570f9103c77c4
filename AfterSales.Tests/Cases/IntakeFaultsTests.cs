using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.Cases;

public sealed class IntakeFaultsTests
{
    [Theory, BothDatabases]
    public async Task What_is_not_on_file_is_told_with_the_faults_of_the_form(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (known, other) = (await house.KnownCustomer(), await house.KnownCustomer());
        var form = known.Repair();
        (form.Description, form.ParentNumber, form.OwnerId) = (null, "SC-zzz", People.Engineer);
        (form.ContactId, form.SiteId, form.AssetId) = (other.Contact.Id, other.Site.Id, null);
        form.Asset = new() { SerialNo = other.Asset.SerialNo, ProductLine = "extruder", Model = "SJ-90", DealerCode = "KH-none" };

        var refused = await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, house.Request));

        Assert.Equal(
            ["Description:Shared.Required", "ContactId:Shared.NotInList", "SiteId:Shared.NotInList", "ParentNumber:Cases.NoSuchCase", "OwnerId:Shared.NotInList", "Asset.SerialNo:Assets.SerialTaken", "Asset.DealerCode:Assets.NoSuchDealer"],
            refused.Problems.Select(p => $"{p.Field}:{p.Code}"));
    }

    [Theory]
    [InlineData(null, "Type,Impact,Description")]
    [InlineData(CaseType.Installation, "Impact,Description")]
    [InlineData(CaseType.Enquiry, "Description")]
    public async Task While_nobody_says_what_it_is_the_impact_is_missing_too(CaseType? type, string missing)
    {
        await using var house = await TestHouse.Open();
        var form = (await house.KnownCustomer()).Repair();
        (form.Type, form.Impact, form.Description) = (type, null, null);

        var refused = await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, house.Request));

        Assert.Equal(missing, string.Join(',', refused.Problems.Select(p => p.Field)));
    }

    [Theory]
    [InlineData("13911112222", null, true)]
    [InlineData(null, "厂长", true)]
    [InlineData(null, null, false)]
    public async Task A_number_or_title_of_nobody_asks_for_the_name_it_belongs_to(string? phone, string? title, bool asked)
    {
        await using var house = await TestHouse.Open();
        var form = (await house.KnownCustomer()).Repair();
        (form.ContactId, form.Phone, form.Contact) = (null, phone, new() { Title = title });

        var result = await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, house.Request));

        Assert.Equal(asked ? ["Contact.Name:Shared.Required"] : [], result.Problems.Select(p => $"{p.Field}:{p.Code}"));
    }

    [Fact]
    public async Task A_faulty_form_waits_for_no_writer()
    {
        await using var house = await TestHouse.Open();
        var form = (await house.KnownCustomer()).Repair();
        form.Description = null;

        using var writing = await house.Get<WriteGate>().Enter(default);
        var refused = await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, house.Request)).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("Description", Assert.Single(refused.Problems).Field);
    }

    [Theory, BothDatabases]
    public async Task The_same_request_again_is_answered_though_its_machine_is_on_file_by_now(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var form = (await house.KnownCustomer()).Repair();
        (form.AssetId, form.Asset, var request) = (null, new() { SerialNo = "SJ90-2026-777", ProductLine = "extruder", Model = "SJ-90" }, house.Request);

        var once = await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, request));
        var again = await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, request));

        Assert.Equal((true, once.Value), (again.Ok, again.Value));
    }
}
