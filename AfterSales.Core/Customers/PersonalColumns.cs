using AfterSales.Core.Assets;
using AfterSales.Core.Attachments;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.HandOffs;
using AfterSales.Core.Notices;
using AfterSales.Core.Promises;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Customers;

/// <summary>Which columns of a customer's rows may tell who somebody is: names, numbers, places, and every text that people typed freely.</summary>
public static class PersonalColumns
{
    /// <summary>What stands where words stood.</summary>
    public const string Mark = "—";

    /// <summary>Filled ones get <see cref="Mark"/>: that something was written is history, what was is not.</summary>
    public static IReadOnlyDictionary<Type, string[]> Marked { get; } = new Dictionary<Type, string[]>
    {
        [typeof(Contact)] = [nameof(Contact.Name)],
        [typeof(Site)] = [nameof(Site.Address)],
        [typeof(AssetMove)] = [nameof(AssetMove.Reason)],
        [typeof(ContactLog)] = [nameof(ContactLog.Note)],
        [typeof(ServiceCase)] = [nameof(ServiceCase.SymptomText), nameof(ServiceCase.Description), nameof(ServiceCase.Resolution), nameof(ServiceCase.PayerReason), nameof(ServiceCase.CancelReason), nameof(ServiceCase.VisitorName), nameof(ServiceCase.LetterSubject), nameof(ServiceCase.ReceivedText)],
        [typeof(HandOff)] = [nameof(HandOff.Question), nameof(HandOff.Answer)],
        [typeof(Attachment)] = [nameof(Attachment.Name), nameof(Attachment.RemoveReason)],
        [typeof(CaseEvent)] = [nameof(CaseEvent.Text)],
        [typeof(Promise)] = [nameof(Promise.ExemptionNote)],
        [typeof(Complaint)] = [nameof(Complaint.Cause), nameof(Complaint.Solution), nameof(Complaint.Handling), nameof(Complaint.VerdictWords)],
        [typeof(WorkOrder)] = [nameof(WorkOrder.Instructions), nameof(WorkOrder.DeclineReason)],
        [typeof(Visit)] = [nameof(Visit.Note)],
        [typeof(ServiceReport)] =
        [
            nameof(ServiceReport.ConfirmedSymptomText), nameof(ServiceReport.CauseText), nameof(ServiceReport.Remedy), nameof(ServiceReport.FoundBeyond),
            nameof(ServiceReport.UserName), nameof(ServiceReport.SignedBy), nameof(ServiceReport.Comment),
        ],
        [typeof(ChecklistAnswer)] = [nameof(ChecklistAnswer.Note)],
        [typeof(CallbackAttempt)] = [nameof(CallbackAttempt.Note)],
        [typeof(SatisfactionAnswer)] = [nameof(SatisfactionAnswer.Comment), nameof(SatisfactionAnswer.CorrectionReason)],
    };

    /// <summary>These are empty afterwards.</summary>
    public static IReadOnlyDictionary<Type, string[]> Emptied { get; } = new Dictionary<Type, string[]>
    {
        [typeof(Customer)] =
        [
            nameof(Customer.Wishes), nameof(Customer.NextTalk), nameof(Customer.NextTalkOn), nameof(Customer.NextTalkTime), nameof(Customer.NextServiceOn),
            nameof(Customer.QuietFrom), nameof(Customer.QuietTo), nameof(Customer.QuietUntil), nameof(Customer.QuietWhy), nameof(Customer.Remarks),
        ],
        [typeof(Contact)] = [nameof(Contact.Title)],
        [typeof(Asset)] = [nameof(Asset.Plate)],
        [typeof(ContactLog)] = [nameof(ContactLog.Phone)],
        [typeof(ServiceReport)] = [nameof(ServiceReport.Signature), nameof(ServiceReport.NoSignaturePicture)],
    };

    /// <summary>The columns of a table, with those that are dealt with by themselves.</summary>
    public static IReadOnlyList<string> Of(Type row) =>
    [
        .. Marked.GetValueOrDefault(row, []), .. Emptied.GetValueOrDefault(row, []),
        .. row == typeof(Customer) ? [nameof(Customer.Name)] : row == typeof(ContactPhone) ? [nameof(ContactPhone.Number)] : row == typeof(CaseEvent) ? [nameof(CaseEvent.Facts)] : Array.Empty<string>(),
    ];
}
