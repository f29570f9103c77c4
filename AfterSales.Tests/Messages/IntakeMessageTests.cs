using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Messages;
using AfterSales.Core.Settings;
using AfterSales.Tests.Support;
using AfterSales.Web.Cases;
using AfterSales.Web.Messages;
using Bunit;

namespace AfterSales.Tests.Messages;

public sealed class IntakeMessageTests
{
    [Fact]
    public async Task A_stranger_s_message_fills_a_new_customer_and_marks_what_is_not_sure()
    {
        await using var house = await TestHouse.Open();
        var sheet = new IntakeSheet(await house.Get<Lists>().Book(), "zh-CN");
        sheet.Pour(PastedMessage.Read("【联系人】欧阳雪梅【单位】济南康禾餐饮管理有限公司【地址】济南市历下区和平路44号【序列号】SN20230118 设备漏油"));
        var form = sheet.Form;
        Assert.Equal(("济南康禾餐饮管理有限公司", "欧阳雪梅", "济南市历下区和平路44号", "SN20230118"), (form.Customer.Name, form.Contact.Name, form.Site.Address, form.Asset.SerialNo));
        Assert.Equal((Channel.Online, "leak"), (form.Channel, form.Symptom));
        Assert.Contains("设备漏油", form.Description, StringComparison.Ordinal);
        Assert.Equal([MessagePart.Symptom], sheet.ToCheck.Select(f => f.Part));
    }

    /// <summary>The firm's own word for a fault is found wherever it stands, and is to be checked there.</summary>
    [Theory]
    [InlineData("车子过减速带的时候 漏油情况 走高速都打不动", false, "leak", "走高速都打不动", "漏油")]
    [InlineData("麻烦尽快，走高速都打不动", false, null, "走高速都打不动", "走高速都打不动")]
    [InlineData("故障现象：走高速都打不动。上次漏油已修好", true, null, "走高速都打不动", null)]
    [InlineData("there is an oil leak below", false, "leak", "走高速都打不动", "Oil leak")]
    [InlineData("the boil leaks", false, null, "走高速都打不动", "走高速都打不动")]
    public async Task A_listed_symptom_is_found_in_the_words(string words, bool sure, string? coded, string? told, string? marked)
    {
        await using var house = await TestHouse.Open();
        var sheet = new IntakeSheet(await house.Get<Lists>().Book(), "zh-CN");
        sheet.Pour(PastedMessage.Read(words) with { Finds = [new(MessagePart.Symptom, "走高速都打不动", sure)] });
        Assert.Equal((coded, told), (sheet.Form.Symptom, sheet.Form.SymptomText));
        Assert.Equal(marked, sheet.ToCheck.SingleOrDefault()?.Value);
    }

    /// <summary>What our own people said, and what a mail answers, is no fault of today.</summary>
    [Theory]
    [InlineData("[09:10] 客服李敏: 上次漏油修好了吗\n[09:12] 王建国: 修好了，走高速打不动", null, "走高速打不动")]
    [InlineData("走高速打不动\n> 上次报的漏油", null, "走高速打不动")]
    [InlineData("走高速打不动\n----- 原始邮件 -----\n主题：漏油\n机器漏油", null, "走高速打不动")]
    [InlineData("主题：漏油\n走高速打不动", "leak", "走高速打不动")]
    public async Task A_listed_symptom_in_somebody_else_s_words_is_not_the_customer_s(string pasted, string? coded, string told)
    {
        await using var house = await TestHouse.Open();
        var sheet = new IntakeSheet(await house.Get<Lists>().Book(), "zh-CN");
        sheet.Pour(PastedMessage.Read(pasted));
        Assert.Equal((coded, told), (sheet.Form.Symptom, sheet.Form.SymptomText));
    }

    [Fact]
    public async Task A_person_s_message_without_a_firm_is_an_end_user()
    {
        await using var house = await TestHouse.Open();
        var sheet = new IntakeSheet(await house.Get<Lists>().Book(), "zh-CN");
        sheet.Pour(PastedMessage.Read("姓名：孙丽娜 电话：13706428819 冰箱不制冷了"));
        Assert.Equal(("孙丽娜", "孙丽娜", CustomerKind.EndUser), (sheet.Form.Customer.Name, sheet.Form.Contact.Name, sheet.Form.Customer.Kind));
    }

    [Fact]
    public async Task A_known_customer_s_place_and_machine_are_those_on_file_and_typed_words_stay()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var sheet = new IntakeSheet(await house.Get<Lists>().Book(), "zh-CN");
        sheet.Form.Description = "先前的话";
        sheet.Choose(await house.As(Role.Agent).Ask((CallLookup l) => l.Of(known.Customer.Id)));
        sheet.Pour(new PastedMessage("机器又停了", [new(MessagePart.Name, known.Contact.Name, true), new(MessagePart.Address, known.Site.Address, false), new(MessagePart.Serial, known.Asset.SerialNo[^4..], true)]));
        Assert.Equal((known.Contact.Id, known.Site.Id, known.Asset.Id), (sheet.Form.ContactId, sheet.Form.SiteId, sheet.Form.AssetId));
        Assert.Equal("先前的话\n\n机器又停了", sheet.Form.Description);
        Assert.False(sheet.NewSite || sheet.NewMachine || sheet.NewContact);
    }

    [Fact]
    public async Task Somebody_new_at_a_known_customer_is_typed_anew()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var sheet = new IntakeSheet(await house.Get<Lists>().Book(), "zh-CN");
        sheet.Choose(await house.As(Role.Agent).Ask((CallLookup l) => l.Of(known.Customer.Id)));
        sheet.Pour(new PastedMessage("我是新来的", [new(MessagePart.Name, "赵新人", false)]));
        Assert.Equal((null, "赵新人", true), (sheet.Form.ContactId, sheet.Form.Contact.Name, sheet.NewContact));
    }

    [Theory]
    [InlineData(null, "SX1000-2512-0117", false, true)]
    [InlineData(null, "120117", true, false)]
    [InlineData("华强电缆厂", "0117", true, true)]
    [InlineData("恒达线缆厂", "SX1000-2512-0117", false, false)]
    public async Task A_tail_alone_or_another_firm_s_machine_chooses_nobody(string? firm, string machine, bool tail, bool fits)
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer(name: "山东华强电缆厂");
        var caller = await house.As(Role.Agent).Ask((CallLookup l) => l.Of(known.Customer.Id));
        Assert.Equal(fits, IntakeSheet.Fits(new("…", [.. firm is null ? Array.Empty<MessageFind>() : [new(MessagePart.Firm, firm, false)], new(MessagePart.Serial, machine, !tail, tail)]), caller));
    }

    /// <summary>As the search field would: whose number and whose machine it is stands there before anything is filled in, and a key takes it.</summary>
    [Fact]
    public async Task What_a_message_names_that_is_on_file_is_told_as_it_is_pasted_and_taken_with_a_key()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer(name: "山东华强电缆厂", phone: "13911112222");
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<IntakePage>("intake");
        page.WaitForElement("[data-test=paste]").Click();
        page.Find("[data-test=pasted]").Input($"单位：恒达线缆厂 序列号：{known.Asset.SerialNo} 电话 13911112222");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-test=on-file] [data-test=on-file-take]").Count), TimeSpan.FromSeconds(10));
        Assert.Contains("山东华强电缆厂", page.Find("[data-test=on-file]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-test=caller-name]"));
        page.Find("[data-test=on-file] [data-key='Alt+s']").Click();

        Assert.Equal("山东华强电缆厂", page.WaitForElement("[data-test=caller-name]", TimeSpan.FromSeconds(10)).TextContent);
        Assert.Equal(known.Asset.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), page.Find("[name=AssetId]").GetAttribute("value"));
        Assert.Equal("13911112222", page.Find("[data-test=Phone]").GetAttribute("value"));
    }

    /// <summary>A firm is found by its name as a new customer's like is; named beside another's machine it is said.</summary>
    [Fact]
    public async Task A_firm_that_a_message_names_is_told_and_so_is_that_the_machine_is_anothers()
    {
        await using var house = await TestHouse.Open();
        var named = await house.KnownCustomer(name: "芜湖起帆铜业有限公司", phone: "13911112222");
        await house.KnownCustomer(name: "芜湖起帆铜业公司", area: "south");
        var owner = await house.KnownCustomer(name: "湖州双龙线缆有限公司");
        await using var pages = new PageHouse(house, Role.Agent);
        MessageFind firm = new(MessagePart.Firm, "芜湖起帆铜业", false);
        var page = pages.Open<PasteOnFile>("intake", set => set.Add(p => p.Parts, [firm]));
        page.WaitForElement("[data-test=on-file-take]");
        Told(false, named.Customer.Name, "芜湖起帆铜业公司");

        Show(firm, new(MessagePart.Serial, named.Asset.SerialNo, true));
        Told(false, named.Asset.SerialNo, "芜湖起帆铜业公司");

        Show(firm, new(MessagePart.Serial, owner.Asset.SerialNo, true));
        Told(true, owner.Asset.SerialNo, named.Customer.Name, "芜湖起帆铜业公司");

        // The firm is found by its number first.
        Show(firm, new(MessagePart.Serial, owner.Asset.SerialNo, true), new(MessagePart.Phone, "13911112222", true));
        Told(true, owner.Asset.SerialNo, "13911112222", "芜湖起帆铜业公司");

        void Show(params MessageFind[] parts) => page.Render(set => set.Add(p => p.Parts, parts));
        void Told(bool differs, params string[] rows) => page.WaitForAssertion(() =>
        {
            var told = page.FindAll("[data-test=on-file-take]").Select(b => b.ParentElement!.TextContent).ToList();
            Assert.Equal(rows.Length, told.Count);
            Assert.All(rows.Zip(told), r => Assert.Contains(r.First, r.Second, StringComparison.Ordinal));
            Assert.Equal(differs, page.FindAll("[data-test=on-file-differs]").Count == 1);
        });
    }

    /// <summary>The key would take the customer of the message before it.</summary>
    [Fact]
    public async Task Whose_number_it_was_goes_as_the_number_changes_before_the_answer_comes()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer(name: "山东华强电缆厂", phone: "13911112222");
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<PasteOnFile>("intake", set => set.Add(p => p.Parts, Phone("13911112222")));
        page.WaitForElement("[data-test=on-file-take]");

        var answer = pages.Late(() => page.Render(set => set.Add(p => p.Parts, Phone("13700009999"))));

        Assert.Empty(page.FindAll("[data-test=on-file-take]"));
        await answer();
        Assert.Empty(page.FindAll("[data-test=on-file-take]"));

        static IReadOnlyList<MessageFind> Phone(string number) => [new(MessagePart.Phone, number, true)];
    }

    /// <summary>A fleet is longer than the list of it: the machine that was named is in it all the same, and is none that is taken in.</summary>
    [Theory, BothDatabases]
    public async Task A_machine_beyond_the_first_of_a_fleet_is_known(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer(name: "山东华强电缆厂");
        await using (var db = house.Db())
        {
            db.AddRange(Enumerable.Range(1, CallLookup.Most + 5).Select(n => new Core.Assets.Asset { SerialNo = $"ZX500-2023-{n:0000}", ProductLine = "extruder", Model = "SJ-90", CustomerId = known.Customer.Id, WarrantyPolicy = "machinery" }));
            await db.SaveChangesAsync();
        }

        var (agent, last) = (house.As(Role.Agent), $"ZX500-2023-{CallLookup.Most + 5:0000}");
        var start = (await agent.Ask((CallLookup l) => l.ByTail(last[^6..])))!;
        Assert.Equal((last, CallLookup.Most), (start.Caller.Machines[0].SerialNo, start.Caller.Machines.Count));

        var sheet = new IntakeSheet(await house.Get<Lists>().Book(), "zh-CN");
        sheet.Choose(await agent.Ask((CallLookup l) => l.Of(known.Customer.Id)));
        Assert.DoesNotContain(sheet.Caller!.Machines, m => m.SerialNo == last);
        sheet.Recognise(new("…", [new(MessagePart.Serial, last, true)]), start);
        Assert.Equal(last, sheet.Machine?.SerialNo);

        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<IntakePage>("intake");
        page.WaitForElement("[data-test=paste]", TimeSpan.FromSeconds(10)).Click();
        page.WaitForElement("[data-test=pasted]", TimeSpan.FromSeconds(10)).Input($"序列号：{last} 漏油");
        page.WaitForElement("[data-test=on-file-take]", TimeSpan.FromSeconds(10));
        Assert.Contains(last, page.Find("[data-test=on-file]").TextContent, StringComparison.Ordinal);
        page.Find("[data-test=on-file-take]").Click();

        page.WaitForElement("[data-test=warranty] a[data-test=fill-start]", TimeSpan.FromSeconds(10));
        Assert.Empty(page.FindAll("[data-test=warranty] label[data-test=fill-start]"));
        Assert.Contains(last, page.Find("[data-test=machine][aria-pressed=true]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_on_file_nowhere_is_told_of_nobody()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer();
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<IntakePage>("intake");
        page.WaitForElement("[data-test=paste]").Click();
        page.Find("[data-test=pasted]").Input("序列号：QQ9988-776655 电话 13700009999 漏油");
        page.WaitForElement("[data-test=part-Serial]");
        Assert.Empty(page.FindAll("[data-test=on-file-take]"));
    }

    [Theory, BothDatabases]
    public async Task A_machine_is_known_by_the_end_of_its_number_where_only_one_ends_so(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var agent = house.As(Role.Agent);
        Assert.Equal(known.Asset.Id, (await agent.Ask((CallLookup l) => l.ByTail(known.Asset.SerialNo[^4..])))?.AssetId);
        Assert.Null(await agent.Ask((CallLookup l) => l.ByTail("zz")));
        Assert.Null(await agent.Ask((CallLookup l) => l.ByTail("nosuchnumber")));
    }
}
