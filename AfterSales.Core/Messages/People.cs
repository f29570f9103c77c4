using System.Text.RegularExpressions;

namespace AfterSales.Core.Messages;

/// <summary>How people are named in Chinese messages: by a surname that there is, and what they are called by.</summary>
internal static partial class People
{
    /// <summary>The usual surnames; those of two characters first.</summary>
    public const string Surname = "(?:欧阳|上官|司马|诸葛|东方|尉迟|皇甫|令狐|慕容|夏侯|公孙|司徒|"
        + "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝])";

    /// <summary>What somebody is called by behind the name.</summary>
    public const string Title = "(?:师傅|经理|主任|厂长|队长|老板|先生|女士|小姐|工程师|主管|科长|部长|站长|会计|老师|大姐|大哥|同志|总(?!是|会|得|要|线|机|共)|工(?!作|厂|人|业|程|艺|地|具)|社长|场长|班长|书记|姐(?!夫)|哥|叔)";

    /// <summary>True for a name of two to four characters, or a surname with what somebody is called by.</summary>
    public static bool LooksLikeOne(string text) => Whole().IsMatch(text) && !Word().IsMatch(text);

    /// <summary>True for a labelled name that says nothing beside it: "原来是老张", "张三先生的秘书小刘" and "the night shift" do.</summary>
    public static bool IsPlain(string name) =>
        name.All(c => char.IsLetter(c) || c is ' ' or '.' or '·' or '\'' or '’' or '-')
        && (name.Any(c => c >= '\u4e00') ? !Told().IsMatch(name) && (name.Length <= LongestName || LooksLikeOne(name) || name.Contains('·', StringComparison.Ordinal))
            : char.IsUpper(name[0]) && name.Split(' ') is { Length: <= 4 } words && words.All(w => w.Length <= 3 || char.IsUpper(w[0])));

    /// <summary>A name of China has no more characters.</summary>
    public const int LongestName = 4;

    /// <summary>The name without what its owner is called by, where it stays a name.</summary>
    public static string Bare(string name)
    {
        var bare = Behind().Replace(name, "");
        return bare.Length >= 2 && !bare.StartsWith('小') && !bare.StartsWith('老') ? bare : name;
    }

    [GeneratedRegex("^(?:" + Surname + "[\\p{IsCJKUnifiedIdeographs}]{1,2}" + Title + "?|" + Surname + Title + "|[小老]" + Surname + "|[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})$")]
    private static partial Regex Whole();

    [GeneratedRegex(Title + "$")]
    private static partial Regex Behind();

    [GeneratedRegex("[是的我你他她这]|现在|原来|以前|之前|自己")]
    private static partial Regex Told();

    /// <summary>Words that begin like a name and are none.</summary>
    [GeneratedRegex("^(?:高温|马上|马达|何时|安装|温度|时间|方便|全部|应该|可以|成本|金额|单位|师傅|文件|明天|古怪|白天|路上|车辆|车子|车牌|车架|解决|向你|和你|毛病|江苏|安徽|河南|山东|广东|石家|万一|严重|龙头|钱款|连续|连着|成缆|关机|查询|查一|单独|管路|管子|包装|华为|利用|于是|任何|曲轴|路面|任务|项目|简单|荣耀|明显|应急|景区|单元|单号|单据|单价|华新|安全|常见|时候|全国|成都|石化|路灯|黄色|白色|金属|方向|谢谢|祁连|江山|包括|费用|时而|和车|常用|严格|纪念|余下|鲜明)")]
    private static partial Regex Word();
}
