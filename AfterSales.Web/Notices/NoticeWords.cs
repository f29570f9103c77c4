using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using AfterSales.Core.WorkOrders;
using AfterSales.Web.Assets;
using AfterSales.Web.Shared;
using AfterSales.Web.WorkOrders;

namespace AfterSales.Web.Notices;

/// <summary>What a notification says, and where it leads.</summary>
public static class NoticeWords
{
    /// <summary>The kind's sentence, with what its facts know: the promise, the count of chases, what is to be approved, which round.</summary>
    public static string Sentence(Texts texts, NoticeRow row) => row.Kind switch
    {
        _ when Enum.TryParse<PromiseKind>(Fact(row, "promise"), out var promise) => texts["Notices.Promise." + row.Kind, texts.Of(promise)],
        NoticeKind.Chased when Fact(row, "times") is { } times => texts["Notices.Times.Chased", times],
        NoticeKind.CallbackDue when Fact(row, "round") is "1" or "2" => texts["Notices.Round.CallbackDue", texts["Callbacks.Round." + Fact(row, "round")]],
        NoticeKind.ApprovalAsked when Enum.TryParse<ApprovalKind>(Fact(row, "what"), ignoreCase: true, out var what) => texts["Notices.What.ApprovalAsked", texts.Of(what)],
        NoticeKind.ApprovalDecided when Enum.TryParse<ApprovalKind>(Fact(row, "what"), ignoreCase: true, out var what) =>
            Fact(row, "reason") is { } why ? texts["Notices.Refused.ApprovalDecided", texts.Of(what), why] : texts["Notices.Approved.ApprovalDecided", texts.Of(what)],
        NoticeKind.ComplaintOpened when Fact(row, "parent") is { } parent => texts["Notices.Parent.ComplaintOpened", parent],
        NoticeKind.RightArisen when Enum.TryParse<RightClaim>(Fact(row, "claim"), out var claim) => texts["Notices.Right.RightArisen", Fact(row, "model"), Fact(row, "serial"), texts.Of(claim)],
        NoticeKind.AnonymityAsked => texts["Notices.Customer.AnonymityAsked", Fact(row, "customer")],
        NoticeKind.AnonymityDecided => Fact(row, "reason") is { } why ? texts["Notices.Refused.AnonymityDecided", Fact(row, "customer"), why] : texts["Notices.Approved.AnonymityDecided", Fact(row, "customer")],
        _ => texts.Of(row.Kind),
    };

    /// <summary>Where it is dealt with: the callback, the engineer's job, the board for what the supervisor decides, else the case.</summary>
    public static string Href(NoticeRow row, Role role) => row.Kind switch
    {
        NoticeKind.CallbackDue => Fact(row, "callback") is { } id ? $"callbacks?shelf=Due&id={id}" : "callbacks?mine=true",
        NoticeKind.ApprovalAsked when role == Role.Supervisor => DispatchAddress.At(DispatchShelf.Approvals).ToString(),
        NoticeKind.Declined when role == Role.Supervisor => DispatchAddress.At(DispatchShelf.Unaccepted).ToString(),
        NoticeKind.RightArisen when Fact(row, "serial") is { } serial => AssetAddress.Of(serial),
        NoticeKind.AnonymityAsked or NoticeKind.AnonymityDecided when Fact(row, "customer") is { } code => RecordAddress.Customer(code),
        _ when role == Role.Engineer => Fact(row, "order") is { } order ? "work/" + order : "work",
        _ => row.CaseNumber is null ? "" : RecordAddress.Case(row.CaseNumber),
    };

    private static string? Fact(NoticeRow row, string name) => row.Facts.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
