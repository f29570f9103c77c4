using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Drafts;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Drafts;

public sealed class DraftDeskTests
{
    private const string Form = "intake";

    [Theory, BothDatabases]
    public async Task What_is_typed_is_kept_and_offered_again_to_its_person_alone(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = Guid.NewGuid();
        await Keep(house, id, "放线张力");
        house.Time.Advance(TimeSpan.FromMinutes(1));
        await Keep(house, id, "放线张力不稳");
        var offered = Assert.Single(await Offered(house, People.Agent));
        Assert.Equal((id, "放线张力不稳", house.Now), (offered.Id, offered.Fields["Description"], offered.SavedAt));
        Assert.Empty(await Offered(house, People.OtherAgent));
        Assert.Empty(await house.As(Role.Agent).Ask((DraftDesk d) => d.Of("reply/SC-20261124-0001")));
    }

    [Theory, BothDatabases]
    public async Task Somebody_elses_draft_can_be_neither_overwritten_nor_dropped(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = Guid.NewGuid();
        await Keep(house, id, "我的");
        await house.As(People.Actor(People.OtherAgent)).Ask((DraftDesk d) => d.Save(Form, id, Fields("别人的")));
        await house.As(People.Actor(People.OtherAgent)).Ask((DraftDesk d) => d.Drop(id));
        Assert.Equal("我的", Assert.Single(await Offered(house, People.Agent)).Fields["Description"]);
        await house.As(Role.Agent).Ask((DraftDesk d) => d.Drop(id));
        Assert.Empty(await Offered(house, People.Agent));
    }

    [Theory, BothDatabases]
    public async Task Saving_the_form_ends_its_draft_and_a_late_keystroke_brings_it_not_back(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (form, id) = ((await house.KnownCustomer()).Repair(), Guid.NewGuid());
        await Keep(house, id, form.Description!);
        Assert.True((await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, id))).Ok);
        Assert.Equal(0, await house.Read(db => db.Drafts.CountAsync()));
        await Keep(house, id, "晚到的一笔");
        Assert.Equal(0, await house.Read(db => db.Drafts.CountAsync()));
        Assert.Equal([id], await house.As(Role.Agent).Ask((DraftDesk d) => d.Saved([id, Guid.NewGuid()])));
    }

    [Theory, BothDatabases]
    public async Task A_refused_save_keeps_the_draft(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (form, id) = ((await house.KnownCustomer()).Repair(), Guid.NewGuid());
        await Keep(house, id, form.Description!);
        form.ParentNumber = "SC-20260101-9999";
        Assert.False((await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, id))).Ok);
        Assert.Single(await Offered(house, People.Agent));
    }

    [Theory, BothDatabases]
    public async Task Characters_that_a_database_refuses_are_kept_without_harm(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await Keep(house, Guid.NewGuid(), "a\0b\ud800c😀\u202e<script>");
        Assert.Equal("a\0b\ufffdc😀\u202e<script>", Assert.Single(await Offered(house, People.Agent)).Fields["Description"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Intake")]
    [InlineData("intake/../x")]
    [InlineData("report/\0")]
    public async Task A_forms_name_of_another_shape_is_refused(string name)
    {
        await using var house = await TestHouse.Open();
        var refused = await house.As(Role.Agent).Ask((DraftDesk d) => d.Save(name, Guid.NewGuid(), Fields("x")));
        Assert.Equal("Drafts.BadForm", Assert.Single(refused.Problems).Code);
    }

    [Fact]
    public async Task Too_much_text_is_refused_but_the_longest_form_in_Chinese_fits()
    {
        await using var house = await TestHouse.Open();
        Assert.True((await Save(house, new string('电', 40 * CaseLimits.Description))).Ok);
        Assert.Equal("Shared.TooLong", Assert.Single((await Save(house, new string('电', DraftDesk.MostCharacters))).Problems).Code);

        static Task<Result> Save(TestHouse house, string text) => house.As(Role.Agent).Ask((DraftDesk d) => d.Save(Form, Guid.NewGuid(), Fields(text)));
    }

    [Fact]
    public async Task A_draft_is_forgotten_after_thirty_days()
    {
        await using var house = await TestHouse.Open();
        await Keep(house, Guid.NewGuid(), "旧的");
        house.Time.Advance(TimeSpan.FromDays(31));
        Assert.Empty(await Offered(house, People.Agent));
        await Keep(house, Guid.NewGuid(), "新的");
        Assert.Equal(1, await house.Read(db => db.Drafts.CountAsync()));
    }

    private static Dictionary<string, string> Fields(string text) => new() { ["Description"] = text };

    private static async Task Keep(TestHouse house, Guid id, string text) =>
        Assert.True((await house.As(Role.Agent).Ask((DraftDesk d) => d.Save(Form, id, Fields(text)))).Ok);

    private static Task<IReadOnlyList<DraftView>> Offered(TestHouse house, long person) =>
        house.As(People.Actor(person)).Ask((DraftDesk d) => d.Of(Form));
}
