using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Settings;

public sealed class SettingsServiceTests
{
    [Theory, BothDatabases]
    public async Task A_changed_policy_is_a_new_version_and_the_old_one_still_judges_its_time(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var before = house.Now;
        house.Time.Advance(TimeSpan.FromHours(1));
        var form = PolicyForm.Of(await house.Read(db => db.ServicePolicies.SingleAsync()));
        form.ReplyHours = 8;

        var saved = await house.As(Role.Administrator).Ask((SettingsService s) => s.Save(form, house.Request));

        Assert.True(saved.Ok);
        Assert.Equal(24 * 60, (await house.Read(db => db.PolicyAt(before, default))).ReplyMinutes);
        Assert.Equal(8 * 60, (await house.Read(db => db.PolicyAt(house.Now, default))).ReplyMinutes);
    }

    [Fact]
    public async Task Saved_without_a_change_there_is_no_new_version()
    {
        await using var house = await TestHouse.Open();
        await Unchanged<PayerTable, PayerTableForm>(house);
        await Unchanged<ServicePolicy, PolicyForm>(house);
        await Unchanged<WarrantyPolicy, WarrantyPolicyForm>(house);
        await Unchanged<Checklist, ChecklistForm>(house);
        await Unchanged<Term, TermForm>(house);
        await Unchanged<Target, TargetForm>(house);
        await Unchanged<Area, AreaForm>(house);
        await Unchanged<ProductLine, ProductLineForm>(house);
    }

    private static async Task Unchanged<TRow, TForm>(TestHouse house) where TRow : Dated where TForm : DatedForm<TRow, TForm>, new()
    {
        foreach (var row in await house.Read(db => db.Set<TRow>().Where(r => r.ValidTo == null).ToListAsync()))
        {
            house.Time.Advance(TimeSpan.FromMinutes(1));
            var saved = await house.As(Role.Administrator).Ask((SettingsService s) => s.Save(DatedForm<TRow, TForm>.Of(row), house.Request));
            Assert.Equal(["Settings.NothingChanged"], saved.Problems.Select(p => p.Code));
        }

        Assert.False(await house.Read(db => db.Set<TRow>().AnyAsync(r => r.ValidTo == house.Now || r.ValidFrom == house.Now)));
    }

    [Fact]
    public async Task Every_policy_field_survives_the_form()
    {
        await using var house = await TestHouse.Open();
        var row = await house.Read(db => db.ServicePolicies.SingleAsync());

        var again = PolicyForm.Of(row).Row(row.ValidFrom);
        again.Id = row.Id;

        Assert.Equivalent(row, again);
    }

    [Fact]
    public async Task Two_administrators_change_the_same_row_and_the_second_is_told()
    {
        await using var house = await TestHouse.Open();
        var row = await house.Read(db => db.Terms.FirstAsync());
        var (first, second) = (TermForm.Of(row), TermForm.Of(row));
        (first.NameZh, first.Sort) = ("甲", row.Sort + 7);
        second.NameZh = "乙";
        house.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.True((await house.As(Role.Administrator).Ask((SettingsService s) => s.Save(first, house.Request))).Ok);
        var refused = await house.As(Role.Administrator).Ask((SettingsService s) => s.Save(second, house.Request));

        second.Rebase(TermForm.Of(await house.Read(db => db.Terms.SingleAsync(t => t.Code == row.Code && t.Kind == row.Kind && t.ValidTo == null))));

        var who = People.Actor(Role.Administrator).Name;
        Assert.Equal([("NameZh", "甲", who), ("Sort", (object)(row.Sort + 7), who)], refused.Problems.Select(p => (p.Field!, p.Args[0]!, (string)p.Args[1]!)).OrderBy(p => p.Item1));
        Assert.Equal(("乙", row.Sort + 7), (second.NameZh, second.Sort));
        house.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty((await house.As(Role.Administrator).Ask((SettingsService s) => s.Save(second, house.Request))).Problems);
    }

    [Fact]
    public async Task A_retired_term_is_offered_no_more_and_keeps_its_name()
    {
        await using var house = await TestHouse.Open();
        var row = await house.Read(db => db.Terms.FirstAsync(t => t.Kind == TermKind.Cause));
        Assert.True((await house.Get<Lists>().Book()).Offers(TermKind.Cause, row.Code));
        house.Time.Advance(TimeSpan.FromMinutes(1));

        await house.As(Role.Administrator).Ask((SettingsService s) => s.Retire<Term>(row.Id, house.Request));

        var book = await house.Get<Lists>().Book();
        Assert.False(book.Offers(TermKind.Cause, row.Code));
        Assert.Equal(row.NameZh, book.Name(TermKind.Cause, row.Code, "zh-CN"));
    }

    [Fact]
    public async Task Every_fault_of_a_policy_is_told_at_once_under_its_field()
    {
        await using var house = await TestHouse.Open();
        var form = PolicyForm.Of(Baseline.Policy());
        (form.ReplyHours, form.WarningPercent, form.EscalationPercent) = (0, 100, null);
        (form.Tiers[0].UpToKm, form.Tiers[1].UpToKm, form.FirstFollowUpToDay) = (300, 200, 1);
        form.CallHours[0].To = form.CallHours[0].From;

        var refused = await house.As(Role.Administrator).Ask((SettingsService s) => s.Save(form, house.Request));

        Assert.Equal(
            ["CallHours[0].To", "EscalationPercent", "FirstFollowUpToDay", "ReplyHours", "Tiers[1].UpToKm", "WarningPercent"],
            refused.Problems.Select(p => p.Field).Order());
    }

    [Fact]
    public async Task Only_administrators_change_policies_and_managers_set_targets()
    {
        await using var house = await TestHouse.Open();
        var policy = PolicyForm.Of(await house.Read(db => db.ServicePolicies.SingleAsync()));
        var target = TargetForm.Of(await house.Read(db => db.Targets.SingleAsync(t => t.Code == "K1")));
        target.Value = 96;

        foreach (var role in new[] { Role.Agent, Role.Engineer, Role.Supervisor, Role.Manager })
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => house.As(role).Ask((SettingsService s) => s.Save(policy, house.Request)));
        }

        Assert.True((await house.As(Role.Manager).Ask((SettingsService s) => s.Save(target, house.Request))).Ok);
        Assert.Equal(0.96, (await house.Read(db => db.Targets.SingleAsync(t => t.Code == "K1" && t.ValidTo == null))).Value, 6);
    }
}
