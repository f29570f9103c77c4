using AfterSales.Core.Data;

namespace AfterSales.Core.Customers;

/// <summary>Two files made one: what was moved and changed, so that it can be undone as a whole.</summary>
public sealed class CustomerMerge : IVersioned, IAudited
{
    /// <summary>So many days it can be undone.</summary>
    public const int UndoDays = 30;

    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The customer whose file goes on.</summary>
    public long SurvivorId { get; init; }

    /// <summary>The customer whose file went into it.</summary>
    public long GoneId { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public long? PersonId { get; init; }

    /// <summary>The survivor's file before.</summary>
    public required CustomerForm Before { get; init; }

    /// <summary>The survivor's file after it.</summary>
    public required CustomerForm After { get; init; }

    /// <summary>The survivor's first contact before.</summary>
    public DateOnly? FirstContactBefore { get; init; }

    /// <summary>The day it was filed before.</summary>
    public DateOnly? FiledBefore { get; init; }

    /// <summary>Who filed it before.</summary>
    public long? FiledByBefore { get; init; }

    /// <summary>What belonged to the one that is gone.</summary>
    public required MovedRows Moved { get; init; }

    /// <summary>When it was undone; null while it stands.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>Who undid it.</summary>
    public long? UndoneById { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Keys of moved rows by table.</summary>
public sealed class MovedRows
{
    /// <summary>Cases, with their figures' rows.</summary>
    public List<long> Cases { get; set; } = [];

    /// <summary>Contacts, with their numbers.</summary>
    public List<long> Contacts { get; set; } = [];

    /// <summary>The contact that was preferred there.</summary>
    public List<long> Preferred { get; set; } = [];

    /// <summary>Places.</summary>
    public List<long> Sites { get; set; } = [];

    /// <summary>Machines owned.</summary>
    public List<long> Assets { get; set; } = [];

    /// <summary>Machines that the survivor had itself: they stay with it wherever they stand.</summary>
    public List<long> Own { get; set; } = [];

    /// <summary>Machines sold.</summary>
    public List<long> Sold { get; set; } = [];

    /// <summary>Cases of machines sold, in the figures.</summary>
    public List<long> SoldCases { get; set; } = [];

    /// <summary>Calls and letters.</summary>
    public List<long> Logs { get; set; } = [];

    /// <summary>Customers whose names led there: itself, and those merged into it before.</summary>
    public List<long> Names { get; set; } = [];
}

/// <summary>What of a file can be taken from either of two.</summary>
public enum MergeField
{
    /// <summary>客户名称.</summary>
    Name = 1,

    /// <summary>客户类别.</summary>
    Kind = 2,

    /// <summary>客户等级.</summary>
    Tier = 3,

    /// <summary>VIP.</summary>
    Vip = 4,

    /// <summary>片区.</summary>
    Area = 5,

    /// <summary>客户愿望.</summary>
    Wishes = 6,

    /// <summary>下次沟通, with its time.</summary>
    NextTalk = 7,

    /// <summary>下次保养日.</summary>
    NextService = 8,

    /// <summary>免打扰, with its hours.</summary>
    Quiet = 9,

    /// <summary>备注.</summary>
    Remarks = 10,
}

/// <summary>How files are put together field by field.</summary>
public static class MergeFields
{
    /// <summary>The fields in which two files differ.</summary>
    public static IReadOnlyList<MergeField> Different(CustomerForm one, CustomerForm other) => [.. Enum.GetValues<MergeField>().Where(f => !Same(f, one, other))];

    /// <summary>True when both files say the same of a field.</summary>
    public static bool Same(MergeField field, CustomerForm one, CustomerForm other) => Of(field, one).Equals(Of(field, other));

    /// <summary>Takes a field over from another file.</summary>
    public static void Take(MergeField field, CustomerForm to, CustomerForm from)
    {
        switch (field)
        {
            case MergeField.Name: to.Name = from.Name; break;
            case MergeField.Kind: to.Kind = from.Kind; break;
            case MergeField.Tier: to.Tier = from.Tier; break;
            case MergeField.Vip: to.Vip = from.Vip; break;
            case MergeField.Area: to.Area = from.Area; break;
            case MergeField.Wishes: to.Wishes = from.Wishes; break;
            case MergeField.NextTalk: (to.NextTalk, to.NextTalkOn, to.NextTalkTime) = (from.NextTalk, from.NextTalkOn, from.NextTalkTime); break;
            case MergeField.NextService: to.NextServiceOn = from.NextServiceOn; break;
            case MergeField.Quiet: (to.Quiet, to.QuietFrom, to.QuietTo, to.QuietUntil, to.QuietWhy) = (from.Quiet, from.QuietFrom, from.QuietTo, from.QuietUntil, from.QuietWhy); break;
            default: to.Remarks = from.Remarks; break;
        }
    }

    private static object Of(MergeField field, CustomerForm f) => field switch
    {
        MergeField.Name => (f.Name, 0),
        MergeField.Kind => f.Kind,
        MergeField.Tier => f.Tier,
        MergeField.Vip => f.Vip,
        MergeField.Area => (f.Area, 0),
        MergeField.Wishes => (f.Wishes, 0),
        MergeField.NextTalk => (f.NextTalk, f.NextTalkOn, f.NextTalkTime),
        MergeField.NextService => (f.NextServiceOn, 0),
        MergeField.Quiet => (f.Quiet, f.QuietFrom, f.QuietTo, f.QuietUntil, f.QuietWhy),
        _ => (f.Remarks, 0),
    };
}
