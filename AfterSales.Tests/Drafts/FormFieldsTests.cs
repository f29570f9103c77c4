using AfterSales.Core.Cases;
using AfterSales.Core.WorkOrders;
using AfterSales.Web.Drafts;

namespace AfterSales.Tests.Drafts;

public sealed class FormFieldsTests
{
    [Fact]
    public void Every_kind_of_field_comes_back()
    {
        var form = new IntakeForm { CustomerId = 3, Symptom = "x", LinkRepeat = true };
        FormFields.Apply(form, new Dictionary<string, string>
        {
            ["Description"] = "张力\n不稳",
            ["Customer.Name"] = "青岛海缆",
            ["Site.DistanceKm"] = "640",
            ["Asset.AcceptedOn"] = "2026-03-15",
            ["CustomerTime"] = "2026-11-27T08:30",
            ["Impact"] = "Stopped",
            ["Channel"] = "Letter",
            ["LinkRepeat"] = "false",
            ["CustomerId"] = "",
            ["Symptom"] = "",
        });
        Assert.Equal(("张力\n不稳", "青岛海缆", 640, new DateOnly(2026, 3, 15)), (form.Description, form.Customer.Name, form.Site.DistanceKm, form.Asset.AcceptedOn));
        Assert.Equal((new DateTime(2026, 11, 27, 8, 30, 0), Impact.Stopped, Channel.Letter, false), (form.CustomerTime, form.Impact, form.Channel, form.LinkRepeat));
        Assert.Null(form.CustomerId);
        Assert.Null(form.Symptom);
    }

    [Fact]
    public void Names_and_values_that_fit_nothing_are_passed_over()
    {
        var form = new IntakeForm { Impact = Impact.None };
        FormFields.Apply(form, new Dictionary<string, string>
        {
            ["Site.Address.Length"] = "3", ["Impact"] = "Exploded", ["Site.DistanceKm"] = "far", ["No.Such.Field"] = "x", [""] = "x", ["Customer"] = "x", ["NewSite"] = "true", ["Customer[0].Name"] = "x", ["Channel"] = "",
        });
        Assert.Equal((Impact.None, null, Channel.Phone), (form.Impact, form.Site.DistanceKm, form.Channel));
    }

    [Fact]
    public void Rows_of_a_list_come_back_and_do_not_grow_without_end()
    {
        var form = new ReportForm();
        var before = form.Parts.Count;
        FormFields.Apply(form, new Dictionary<string, string> { [$"Parts[{before}].Name"] = "张力传感器", ["Parts[99999].Name"] = "x", ["Parts[-1].Name"] = "x" });
        Assert.Equal("张力传感器", form.Parts[^1].Name);
        Assert.Equal(before + 1, form.Parts.Count);
    }

    /// <summary>What the browser sends as a field's name is anybody's: none leads into a list's or a text's own workings.</summary>
    [Theory]
    [InlineData("Parts.Item")]
    [InlineData("Parts.Capacity")]
    [InlineData("Remedy.Chars")]
    [InlineData("No.Such")]
    [InlineData("")]
    public void A_name_that_leads_to_no_field_shows_nothing_and_sets_nothing(string name)
    {
        var form = new ReportForm { Remedy = "紧固" };
        FormFields.Apply(form, new Dictionary<string, string> { ["Parts.Item"] = "x", ["Parts.Capacity"] = "400" });
        Assert.Null(FormFields.Value(form, name));
        Assert.True(form.Parts.Capacity < 400);
        Assert.False(FormFields.AreWords(typeof(ReportForm), name, "张力"));
    }

    [Fact]
    public void A_value_is_read_as_its_input_shows_it()
    {
        var (form, report) = (new IntakeForm { CustomerTime = new DateTime(2026, 11, 27, 8, 30, 0) }, new ReportForm());
        (form.Asset.AcceptedOn, form.Customer.Name, form.LinkRepeat) = (new DateOnly(2026, 11, 24), "青岛海缆", true);
        FormFields.Apply(report, new Dictionary<string, string> { ["Parts[0].Name"] = "张力传感器" });
        Assert.Equal(("2026-11-24", "2026-11-27T08:30", "青岛海缆", "true", "Phone"), (FormFields.Value(form, "Asset.AcceptedOn"), FormFields.Value(form, "CustomerTime"), FormFields.Value(form, "Customer.Name"), FormFields.Value(form, "LinkRepeat"), FormFields.Value(form, "Channel")));
        Assert.Equal(("张力传感器", null), (FormFields.Value(report, "Parts[0].Name"), FormFields.Value(report, "Parts[99].Name")));
    }
}
