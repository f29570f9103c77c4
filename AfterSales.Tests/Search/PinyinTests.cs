using AfterSales.Core.Customers;
using AfterSales.Core.Search;

namespace AfterSales.Tests.Search;

public sealed class PinyinTests
{
    [Theory]
    [InlineData("济南机械", "jnjx", "jinanjixie", "njx", "nanjixie", "jx", "jixie")]
    [InlineData("重庆", "cq", "zq", "chongqing", "zhongqing")]
    [InlineData("长城电缆有限公司", "ccdl", "zcdl", "changchengdianlan", "zhangchengdianlan", "ccdlyxgs")]
    [InlineData("吕梁", "lvliang", "ll")]
    [InlineData("abc青岛3号厂", "abcqd3", "abcqingdao3", "qd3h", "qingdao3hao")]
    [InlineData("王建国", "wjg", "jg", "wangjianguo")]
    public void A_name_is_found_as_it_is_typed(string name, params string[] typed)
    {
        var tails = SearchTails.Of(Customer(name)).Select(k => k.Tail).ToList();
        Assert.All(typed, t => Assert.Contains(tails, tail => tail.StartsWith(t, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("海缆有限公司", "yxgs")]
    [InlineData("海缆有限公司", "gongsi")]
    [InlineData("济南机械", "nanj1")]
    [InlineData("济南机械", "anjixie")]
    public void What_tells_no_firm_from_another_and_what_begins_within_a_syllable_is_not_kept(string name, string typed) =>
        Assert.DoesNotContain(SearchTails.Of(Customer(name)), k => k.Tail.StartsWith(typed, StringComparison.Ordinal));

    /// <summary>Eight ways a tail at most, however many characters have several readings.</summary>
    [Fact]
    public void A_name_of_heteronyms_stays_small()
    {
        var name = string.Concat(Enumerable.Repeat("重长行乐", 5));
        Assert.InRange(Pinyin.Tails(name, SearchKey.MaxLength).Count(), 1, name.Length * Pinyin.MostWays * 2);
    }

    /// <summary>What the index costs: twenty rows more for a firm's name of a dozen characters.</summary>
    [Fact]
    public void A_usual_firm_costs_twenty_rows_more()
    {
        var rows = SearchTails.Of(Customer("上海庆丰线缆有限公司")).Count(k => char.IsAsciiLetterLower(k.Tail[0]) && !k.Tail.StartsWith('k'));
        Assert.InRange(rows, 8, 20);
    }

    [Fact]
    public void Latin_alone_has_no_pinyin_and_nonsense_breaks_nothing()
    {
        Assert.Empty(Pinyin.Tails("ABB", 24));
        Assert.Empty(Pinyin.Tails("", 24));
        Assert.Empty(Pinyin.Tails("\ud800x", 24));
    }

    private static Customer Customer(string name) => new() { Code = "KH-1", Name = name, NameKey = name };
}
