using AfterSales.Core.Customers;

namespace AfterSales.Core.Data.SampleData;

/// <summary>What stands on a customer's file beside its data: wishes, the next talk, when not to call, remarks. Told by the customer's key, no dice.</summary>
internal static class FileNotes
{
    private static readonly string[] Wishes = ["希望备件常备库存，停机不超过一天", "希望每季度安排一次巡检", "希望派固定的工程师", "希望提前一天电话确认到场时间", "希望培训新来的操作工"];

    private static readonly string[] Talks = ["回访新挤出机的使用情况，听取对控制界面的意见", "商谈明年的保养合同", "了解二期扩产的设备计划", "核对现场备件清单", "走访：收集对收排线装配质量的意见"];

    private static readonly string[] Whys = ["夜班休息", "客户要求只用微信联系", "上午开生产会", "休假"];

    private static readonly string[] Remarks = ["进厂须提前办理安全教育", "门卫须登记身份证，车辆停北门", "发票寄财务部", "节假日照常生产"];

    /// <summary>Writes them into a customer's file.</summary>
    public static void Write(Customer c, DateOnly today)
    {
        var n = (int)(c.Id % 1_000);
        c.Wishes = n % 5 == 1 ? Wishes[n / 5 % Wishes.Length] : null;
        c.Remarks = n % 7 == 2 ? Remarks[n / 7 % Remarks.Length] : null;
        if (n % 19 == 3)
        {
            (c.NextTalk, c.NextTalkOn, c.NextTalkTime) = (Talks[n / 19 % Talks.Length], today.AddDays(n % 23 - 2), n % 2 == 0 ? new TimeOnly(9 + (n % 3), 30) : null);
        }

        c.NextServiceOn = n % 17 == 4 ? today.AddDays(n % 90 - 1) : null;
        if (n % 13 == 5)
        {
            (c.Quiet, c.QuietWhy) = (true, Whys[n / 13 % Whys.Length]);
            c.QuietFrom = n % 2 == 0 ? new TimeOnly(8, 0) : null;
            c.QuietTo = c.QuietFrom?.AddHours(2.5);
            c.QuietUntil = c.QuietFrom is null ? today.AddDays(n % 20) : null;
        }
    }
}
