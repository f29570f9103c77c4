using AfterSales.Core.Assets;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Customers;
using Bunit;
using static AfterSales.Tests.Customers.CustomerMergingTests;

namespace AfterSales.Tests.Customers;

/// <summary>合并客户: what somebody has open while another person merges it.</summary>
public sealed class MergedMeanwhileTests
{
    [Theory, BothDatabases]
    public async Task What_was_typed_of_the_merged_one_is_saved_to_nobody_and_led_to_the_survivor(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (stays, goes) = await Two(house);
        var form = (await Read(house, goes.Customer.Code)).Form.Copy();
        form.Remarks = "合并前开始写的";
        await Merge(house, stays, goes);
        var (before, agent, code) = (await Dump(house), house.As(Role.Agent), goes.Customer.Code);

        foreach (var refused in new Result[]
        {
            await agent.Ask((CustomerDesk d) => d.Edit(code, form, house.Request)),
            await agent.Ask((CustomerDesk d) => d.SaveContact(code, null, new ContactForm { Name = "李工" }, house.Request)),
            await agent.Ask((CustomerDesk d) => d.SaveContact(code, goes.Contact.Id, new ContactForm { Name = "李工" }, house.Request)),
            await agent.Ask((CustomerDesk d) => d.SaveSite(code, null, new SiteForm { Address = "工业路 1 号" }, house.Request)),
            await agent.Ask((CustomerDesk d) => d.File(code, house.Request)),
            await agent.Ask((Anonymising a) => a.Ask(code, "来函要求", house.Request)),
            await agent.Ask((AssetDesk d) => d.Add(code, AssetFormOf(goes.Asset), house.Request)),
        })
        {
            var problem = Assert.Single(refused.Problems);
            Assert.Equal(("Customers.MergedInto", code, "华强电缆", stays.Customer.Code), (problem.Code, problem.Args[0], problem.Args[1], problem.Args[2]));
        }

        // Not under the survivor's number either, however often it is tried.
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("Customers.FormOfAnother", Assert.Single((await agent.Ask((CustomerDesk d) => d.Edit(stays.Customer.Code, form, house.Request))).Problems).Code);
        }

        Assert.Equal(before, await Dump(house));
        Assert.Null((await Read(house, stays.Customer.Code)).Form.Remarks);
    }

    [Fact]
    public async Task A_form_open_while_its_customer_is_merged_stays_with_its_words_and_says_where_the_file_went()
    {
        await using var house = await TestHouse.Open();
        var (stays, goes) = await Two(house);
        await using var pages = new PageHouse(house, Role.Agent);
        var address = "customers/" + goes.Customer.Code;
        var page = pages.Open<CustomerDetails>(address, set => set.Add(p => p.Code, goes.Customer.Code));
        page.WaitForElement("[data-test=edit]").Click();
        page.Find("[data-test=wishes-in]").Change("只周二来");
        await Merge(house, stays, goes);

        page.WaitForAssertion(() => Assert.Equal("customers/" + stays.Customer.Code, page.Find("[data-test=merged-into] a").GetAttribute("href")));
        Assert.Equal((address, "华强电缆（新）"), (pages.Address, page.Find("h1").TextContent.Trim()));
        for (var i = 0; i < 2; i++)
        {
            page.Find("[data-test=customer-form]").Submit();
            page.WaitForAssertion(() => Assert.Contains(stays.Customer.Code, page.Find("[data-test=problems]").TextContent, StringComparison.Ordinal));
        }

        Assert.Equal("只周二来", page.Find("[data-test=wishes-in]").GetAttribute("value"));
        Assert.Null((await Read(house, stays.Customer.Code)).Form.Wishes);

        // Undone, the form is its own customer's again.
        Assert.True((await Undo(house, goes)).Ok);
        house.Time.Advance(TimeSpan.FromSeconds(2));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=merged-into]")));
        page.Find("[data-test=customer-form]").Submit();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=customer-form]")));
        Assert.Equal("只周二来", (await Read(house, goes.Customer.Code)).Form.Wishes);
    }

    /// <summary>Whole numbers and the question of anonymity would be the survivor's.</summary>
    [Theory, InlineData(Role.Manager), InlineData(Role.Administrator), InlineData(Role.Agent), InlineData(Role.Supervisor)]
    public async Task Who_reads_a_file_while_it_is_merged_is_offered_nothing_that_would_be_of_the_survivor(Role role)
    {
        await using var house = await TestHouse.Open();
        var (stays, goes) = await Two(house);
        await using var pages = new PageHouse(house, role);
        var page = pages.Open<CustomerDetails>("customers/" + goes.Customer.Code, set => set.Add(p => p.Code, goes.Customer.Code));
        page.WaitForElement("[data-test=print]");
        Assert.Equal((role == Role.Manager, role is Role.Agent or Role.Supervisor), (page.FindAll("[data-test=reveal]").Count > 0, page.FindAll("[data-test=anonymise]").Count > 0));

        await Merge(house, stays, goes);

        page.WaitForElement("[data-test=merged-into]");
        Assert.Empty(page.FindAll("[data-test=reveal], [data-test=anonymise], [data-test=export], [data-test=print], [data-test=pdf], [data-test=merge], [data-test=new-case]"));
    }

    private static AssetForm AssetFormOf(Asset like) => new() { SerialNo = like.SerialNo + "X", ProductLine = like.ProductLine, Model = like.Model };
}
