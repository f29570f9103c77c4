using AfterSales.Core.Customers;

namespace AfterSales.Core.Data.SampleData;

/// <summary>People at customers: names, positions, numbers in the spellings that really occur.</summary>
internal static class Persons
{
    private static readonly string[] Surnames =
        ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "欧阳"];

    private static readonly string[] Given =
    [
        "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "霞", "平", "刚", "桂英", "建华", "志强", "国庆", "海燕", "永祥", "春梅", "文斌", "晓东", "立新", "红卫", "德福", "玉兰", "金宝", "卫东",
        "佳怡", "浩然", "子轩", "思远", "俊峰", "长青", "学军", "秀珍", "云飞", "振华",
    ];

    private static readonly string[] Titles = ["设备科长", "生产经理", "机修班长", "设备主管", "车间主任", "电工班长", "总经理", "采购经理", "设备员", "值班长"];

    private static readonly Dictionary<string, ContactRole> Roles = new()
    {
        ["总经理"] = ContactRole.DecisionMaker, ["生产经理"] = ContactRole.DecisionMaker, ["采购经理"] = ContactRole.Purchasing, ["值班长"] = ContactRole.Operator, ["电工班长"] = ContactRole.Operator,
    };

    private static readonly string[] Prefixes = ["130", "131", "133", "135", "136", "137", "138", "139", "150", "151", "152", "158", "159", "177", "180", "182", "186", "187", "188", "189"];

    /// <summary>A full name.</summary>
    public static string Name(Dice dice) => dice.Of(Surnames) + dice.Of(Given);

    /// <summary>A contact with a mobile number and perhaps a landline.</summary>
    public static Contact Contact(long id, long customerId, Place place, Dice dice)
    {
        var contact = new Contact { Id = id, CustomerId = customerId, Name = Name(dice), Title = dice.Of(Titles) };
        contact.Role = Roles.GetValueOrDefault(contact.Title!, ContactRole.Maintenance);
        contact.Phones.Add(Phone(customerId, Mobile(dice)));
        if (dice.Chance(0.25))
        {
            contact.Phones.Add(Phone(customerId, $"{place.Dial}-{dice.Int(6, 9)}{Digits(dice, Places.SevenDigits.Contains(place.Dial) ? 6 : 7)}"));
        }

        if (id % 6 == 0)
        {
            contact.Phones.Add(Phone(customerId, new PhoneForm { Kind = PhoneKind.WeChat, Number = contact.Phones[0].NumberKey[2..] }));
        }

        return contact;
    }

    /// <summary>A mobile number, mostly in one piece.</summary>
    public static string Mobile(Dice dice)
    {
        var (head, middle, tail) = (dice.Of(Prefixes), Digits(dice, 4), Digits(dice, 4));
        return dice.Int(0, 12) switch
        {
            0 => $"{head} {middle} {tail}",
            1 => $"{head}-{middle}-{tail}",
            2 => $"+86 {head}{middle}{tail}",
            _ => head + middle + tail,
        };
    }

    private static ContactPhone Phone(long customerId, PhoneForm number) => CustomerFile.Phone(0, customerId, number);

    private static string Digits(Dice dice, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + dice.Int(0, 10))));
}
