using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using AfterSales.Tests.Support;
using AfterSales.Web.Settings;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Settings;

/// <summary>Two administrators at the same row: whatever field the first changed, the second reads it there.</summary>
public sealed class ConflictTests
{
    [Fact]
    public Task Of_an_area() => Told<AreaList, Area, AreaForm>(a => a.Code == "north", f => (f.NameZh, f.NameEn, f.Sort, f.SupervisorId) = ("甲", "A", 77, null));

    [Fact]
    public Task Of_a_product_line() => Told<ProductLineList, ProductLine, ProductLineForm>(
        l => l.Code == "extruder", f => (f.NameZh, f.NameEn, f.Sort, f.RepairMode, f.WarrantyPolicy) = ("甲", "A", 77, ServiceMode.Workshop, "other"));

    [Fact]
    public Task Of_a_symptom() => Told<TermList, Term, TermForm>(
        t => t.Kind == TermKind.Symptom && t.Code == "leak", f => (f.NameZh, f.NameEn, f.Sort, f.ProductLine) = ("甲", "A", 77, "laying-up"));

    [Fact]
    public Task Of_a_warranty_policy() => Told<WarrantyList, WarrantyPolicy, WarrantyPolicyForm>(w => w.Code == "cars" && w.ValidTo == null, f =>
    {
        (f.NameZh, f.NameEn, f.Sort, f.MachineMonths, f.MachineMeter, f.Prolongs, f.AmberDays) = ("甲", "A", 77, 59, 7_777, true, 9);
        (f.FittedMonths, f.FittedMeter, f.ExchangeMonths, f.ExchangeMeter, f.CompensationLeast, f.CompensationMost) = (5, 555, 6, 666, 0.3m, 0.7m);
        (f.Parts[0].Months, f.Rights[0].Limit) = (1, 3);
        (f.BusyMonths, f.PartHolds, f.OwnHolds) = ([2], [], []);
    });

    [Fact]
    public Task Of_the_table_of_payers() => Told<PayerTableView, PayerTable, PayerTableForm>(p => true, f => (f.NameZh, f.NameEn, f.Sort, f.Rows[0].Rule) = ("甲", "A", 77, "R77"));

    [Fact]
    public Task Of_a_cause() => Told<TermList, Term, TermForm>(t => t.Kind == TermKind.Symptom && t.Code == "GEN-OIL", f => (f.NameZh, f.NameEn, f.Sort, f.ProductLine, f.Safety, f.CauseGroup) = ("甲", "A", 77, "extruder", true, CauseGroup.Maker));

    [Fact]
    public Task Of_a_checklist() => Told<ChecklistList, Checklist, ChecklistForm>(c => true, f =>
    {
        (f.NameZh, f.NameEn, f.Sort, f.ProductLine, f.CaseType) = ("甲", "A", 77, f.ProductLine is null ? "extruder" : null, f.CaseType is null ? CaseType.Maintenance : null);
        f.Items[0].TextZh = "甲";
    });

    [Fact]
    public Task Of_a_target() => Told<TargetList, Target, TargetForm>(t => t.Code == "K1", f => (f.Value, f.AmberMargin, f.HigherIsBetter) = (11, 3, !f.HigherIsBetter));

    [Fact]
    public Task Of_the_policy() => Told<PolicyEditor, ServicePolicy, PolicyForm>(p => true, f =>
    {
        foreach (var number in typeof(PolicyForm).GetProperties().Where(p => p.PropertyType == typeof(int?) || p.PropertyType == typeof(decimal?)))
        {
            object more = number.GetValue(f) is int whole ? (object)(whole + 1) : (decimal)number.GetValue(f)! + 1;
            number.SetValue(f, more);
        }

        (f.SecondFollowUpToDay, f.TechnicianCallback, f.Tiers[0].Hours) = (99, Enum.GetValues<TechnicianCallback>().First(t => t != f.TechnicianCallback), 7);
        f.CallHours[0].From = TimeSpan.FromHours(7);
        f.PausingHolds.RemoveAt(0);
    });

    private static async Task Told<TPage, TRow, TForm>(System.Linq.Expressions.Expression<Func<TRow, bool>> which, Action<TForm> change)
        where TPage : IComponent where TRow : Dated where TForm : DatedForm<TRow, TForm>, new()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Administrator);
        var row = await house.Read(db => db.Set<TRow>().Where(which).OrderBy(r => r.Id).FirstAsync());
        var page = pages.Open<TPage>("settings/any");
        if (page.FindAll($"[data-test=edit-{row.Code}]") is [var edit, ..])
        {
            edit.Click();
        }

        var (mine, theirs) = (DatedForm<TRow, TForm>.Of(row), DatedForm<TRow, TForm>.Of(row));
        change(theirs);
        house.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty((await house.As(Role.Administrator).Ask((SettingsService s) => s.Save(theirs, house.Request))).Problems);

        await page.Find("form").SubmitAsync();

        var refused = (await house.As(Role.Administrator).Ask((SettingsService s) => s.Save(mine, house.Request))).Problems;
        Assert.Equal(theirs.Differences(mine).Order(), refused.Select(p => p.Field!).Order());
        Found(pages.Texts, page.Markup, refused);
    }

    /// <summary>As often as it was told: two fields may have got the same words.</summary>
    private static void Found(Texts texts, string markup, IReadOnlyList<Problem> refused)
    {
        foreach (var words in refused.GroupBy(texts.Say))
        {
            Assert.True(System.Net.WebUtility.HtmlDecode(markup).Split(words.Key).Length > words.Count(), string.Join(", ", words) + " not shown");
        }
    }
}
