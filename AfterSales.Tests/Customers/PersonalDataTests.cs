using System.Text.Json;
using AfterSales.Core.Audit;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Web.Customers;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Customers;

/// <summary>Personal data: masked by role, uncovered and given out with a trace.</summary>
public sealed class PersonalDataTests
{
    [Theory, BothDatabases]
    public async Task Each_uncovering_is_told_who_when_and_whose(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var code = (await house.KnownCustomer(phone: "13912345678")).Customer.Code;
        for (var i = 0; i < 2; i++)
        {
            var seen = await house.As(Role.Manager).Ask((PersonalData d) => d.Customer(code));
            Assert.Equal("13912345678", Assert.Single(Assert.Single(seen.View.Contacts).Phones).Number);
        }

        var told = (await house.As(Role.Manager).Ask((AuditService a) => a.Find(new AuditFilter { Entity = nameof(Customer), Key = code }))).Rows;
        Assert.Equal(2, told.Count(t => t is { Person: "陈芳", Action: AuditAction.Event } && t.Changes is [{ To: "Revealed" }] && t.At == house.Now));
        await Assert.ThrowsAsync<ForbiddenException>(() => house.As(Role.Administrator).Ask((PersonalData d) => d.Customer(code)));
        await Assert.ThrowsAsync<MissingException>(() => house.As(Role.Manager).Ask((PersonalData d) => d.Customer("none")));
    }

    [Theory, BothDatabases]
    public async Task The_file_given_out_has_every_table_with_a_row_of_the_customer_and_nobody_elses(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await house.OnSite();
        var customer = await house.Read(db => db.Customers.SingleAsync());
        await house.Resolve(await house.Read(db => db.Cases.Select(c => c.Id).SingleAsync()), report: false);
        var form = CustomerForm.Of(customer);
        form.Wishes = "固定的工程师";
        await house.As(Role.Agent).Ask((CustomerDesk d) => d.Edit(customer.Code, form, house.Request));
        var other = await house.KnownCustomer("别家", "13700001111");
        await house.OpenCase(other);

        var json = System.Text.Encoding.UTF8.GetString((await house.As(Role.Manager).Ask((PersonalData d) => d.Export(customer.Code))).Json);
        var root = JsonDocument.Parse(json).RootElement;
        var tables = root.GetProperty("tables");
        foreach (var table in new[] { "customers", "contacts", "contactPhones", "sites", "assets", "cases", "caseEvents", "promises", "workOrders", "visits", "callbacks", "auditEntries" })
        {
            Assert.True(tables.GetProperty(table).GetArrayLength() > 0, table);
        }

        var served = tables.GetProperty("cases")[0];
        Assert.Equal(("aftersales.customer/1", customer.Name, "张工"), (root.GetProperty("format").GetString()!, served.GetProperty("customer").GetString()!, served.GetProperty("contact").GetString()!));
        Assert.Equal("repair", served.GetProperty("type").GetString());
        Assert.EndsWith("+08:00", served.GetProperty("openedAt").GetString(), StringComparison.Ordinal);
        var names = tables.EnumerateObject().SelectMany(t => t.Value.EnumerateArray().SelectMany(r => r.EnumerateObject().Select(c => $"{t.Name}.{c.Name}"))).Distinct().ToList();
        Assert.DoesNotContain(names, n => n.EndsWith("Id", StringComparison.Ordinal) || n.EndsWith(".id", StringComparison.Ordinal) || n.EndsWith("Key", StringComparison.Ordinal) || n.EndsWith(".version", StringComparison.Ordinal));
        Assert.Contains("固定的工程师", json, StringComparison.Ordinal);
        Assert.DoesNotContain("13700001111", json, StringComparison.Ordinal);
        Assert.DoesNotContain("别家", json, StringComparison.Ordinal);
        Assert.Contains((await house.As(Role.Manager).Ask((AuditService a) => a.Find(new AuditFilter { Entity = nameof(Customer), Key = customer.Code }))).Rows, t => t.Changes is [{ To: "Exported" }]);
    }

    /// <summary>A table that points to a customer or a case and is not given out would be forgotten without a word.</summary>
    [Fact]
    public async Task No_table_of_a_customer_is_forgotten()
    {
        await using var house = await TestHouse.Open();
        var code = (await house.KnownCustomer()).Customer.Code;
        await using var db = house.Db();
        var tables = JsonDocument.Parse((await house.As(Role.Manager).Ask((PersonalData d) => d.Export(code))).Json).RootElement.GetProperty("tables").EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var derived = new[] { "CaseFacts", "CaseWords", "SearchKeys", "Notifications" };
        Assert.Empty(db.Model.GetEntityTypes().Where(e => e.GetProperties().Any(p => p.Name is "CustomerId" or "CaseId" or "ContactId")).Select(e => e.GetTableName()!).Where(t => !tables.Contains(t)).Except(derived));
    }

    [Fact]
    public async Task A_manager_uncovers_a_number_on_the_page()
    {
        await using var house = await TestHouse.Open();
        var code = (await house.KnownCustomer(phone: "13912345678")).Customer.Code;
        await using var pages = new PageHouse(house, Role.Manager);
        var page = pages.Open<CustomerDetails>("customers/" + code, set => set.Add(p => p.Code, code));
        Assert.Contains("139****5678", page.WaitForElement("[data-test=contact]").TextContent, StringComparison.Ordinal);
        page.Find("[data-test=reveal]").Click();
        page.WaitForAssertion(() => Assert.Contains("13912345678", page.Find("[data-test=contact]").TextContent, StringComparison.Ordinal));
    }
}
