using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Customers;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>The words that a column takes; the first two of each are what export writes in Chinese and in English.</summary>
internal sealed class WordList((object Value, string Zh, string En, string[] Also)[] words)
{
    private readonly Dictionary<string, object> byWord = words.SelectMany(w => new[] { w.Zh, w.En }.Concat(w.Also).Append(w.Value.ToString()!).Select(t => (Key: TextRule.Key(t), w.Value))).DistinctBy(w => w.Key).ToDictionary(w => w.Key, w => w.Value);

    /// <summary>The value of a word in whatever case; null for no word of the list.</summary>
    public object? Find(string text) => byWord.GetValueOrDefault(TextRule.Key(text));

    /// <summary>The word of a value.</summary>
    public string Word(object value, string culture) =>
        words.Where(w => w.Value.Equals(value)).Select(w => culture.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? w.Zh : w.En).First();

    /// <summary>Every word, for saying what would be right.</summary>
    public string All => string.Join(" / ", words.Select(w => w.Zh == w.En ? w.Zh : $"{w.Zh} {w.En}"));
}

/// <summary>The fixed lists of the workbook.</summary>
internal static class WordLists
{
    public static readonly WordList Kind = new([(CustomerKind.Direct, "直接客户", "Direct", ["直销", "direct customer"]), (CustomerKind.Dealer, "经销商", "Dealer", []), (CustomerKind.EndUser, "最终用户", "End user", ["终端用户"])]);

    public static readonly WordList Tier = new([(CustomerTier.A, "A", "A", ["A级", "A类"]), (CustomerTier.B, "B", "B", ["B级", "B类"]), (CustomerTier.C, "C", "C", ["C级", "C类"])]);

    public static readonly WordList Direct = new([("", "直销", "Direct", ["直接销售"])]);

    public static readonly WordList Channel = new(
    [
        (Cases.Channel.Phone, "来电", "Phone", ["电话", "call"]), (Cases.Channel.Visitor, "来人", "Visitor", ["来访", "visit"]), (Cases.Channel.Letter, "来函", "Letter", ["信函"]),
        (Cases.Channel.Online, "在线", "Online", ["网络", "微信"]), (Cases.Channel.Email, "电子邮件", "E-mail", ["邮件", "邮箱", "mail"]),
    ]);

    public static readonly WordList Type = new(
    [
        (CaseType.Enquiry, "咨询", "Enquiry", ["inquiry"]), (CaseType.Training, "培训", "Training", []), (CaseType.Delivery, "配送", "Delivery", []), (CaseType.Installation, "安装", "Installation", []),
        (CaseType.Repair, "维修", "Repair", ["修理"]), (CaseType.Maintenance, "保养", "Maintenance", []), (CaseType.Parts, "备件", "Parts", ["配件"]), (CaseType.Return, "退换货", "Return/exchange", ["退货", "换货", "exchange"]),
        (CaseType.Recall, "召回", "Recall", []), (CaseType.Suggestion, "建议", "Suggestion", []), (CaseType.Complaint, "投诉", "Complaint", []),
    ]);

    public static readonly WordList Priority = new(
    [
        (Cases.Priority.Urgent, "紧急", "Urgent", []), (Cases.Priority.High, "高", "High", []), (Cases.Priority.Normal, "普通", "Normal", ["一般", "中"]), (Cases.Priority.Low, "低", "Low", []),
    ]);

    public static readonly WordList YesNo = new([(true, "是", "yes", ["y", "1", "√", "已取消"]), (false, "否", "no", ["n", "0", "未取消"])]);

    public static readonly WordList Verdict = new([(Complaints.Verdict.Satisfied, "满意", "Satisfied", []), (Complaints.Verdict.Dissatisfied, "不满意", "Dissatisfied", ["不满", "unsatisfied"])]);
}
