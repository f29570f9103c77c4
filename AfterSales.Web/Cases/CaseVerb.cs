using AfterSales.Core.Cases;
using AfterSales.Core.Identity;

namespace AfterSales.Web.Cases;

/// <summary>What can be done to a case on its page, each with a form of its own.</summary>
public enum CaseVerb
{
    /// <summary>首次答复.</summary>
    Reply = 1,

    /// <summary>A note.</summary>
    Note = 2,

    /// <summary>挂起.</summary>
    Hold = 3,

    /// <summary>恢复.</summary>
    Resume = 4,

    /// <summary>解决.</summary>
    Resolve = 5,

    /// <summary>关闭.</summary>
    Close = 6,

    /// <summary>重开.</summary>
    Reopen = 7,

    /// <summary>修改.</summary>
    Edit = 8,

    /// <summary>取消.</summary>
    Cancel = 9,
}

/// <summary>Which verbs a page offers; the services ask again.</summary>
public static class CaseVerbs
{
    /// <summary>The verbs that the case's state and the person's role allow, in the order of their use; a complaint is handled and closed by its own steps.</summary>
    public static IReadOnlyList<CaseVerb> Of(CaseHead head, Actor actor) =>
        Of(head.Type, head.Status, head.RepliedAt is not null, actor);

    /// <inheritdoc cref="Of(CaseHead, Actor)"/>
    public static IReadOnlyList<CaseVerb> Of(CaseType type, CaseStatus status, bool replied, Actor actor)
    {
        var (open, desk, intake) = (status.IsOpen(), actor.May(Permission.HandleCases), actor.May(Permission.Intake));
        var plain = desk && type != CaseType.Complaint;
        (CaseVerb Verb, bool Offered)[] all =
        [
            (CaseVerb.Reply, intake && open && !replied),
            (CaseVerb.Note, intake || actor.May(Permission.OwnWork)),
            (CaseVerb.Resolve, plain && status.May(CaseStatus.Resolved)),
            (CaseVerb.Hold, desk && status.May(CaseStatus.OnHold)),
            (CaseVerb.Resume, desk && status == CaseStatus.OnHold),
            (CaseVerb.Close, plain && status.May(CaseStatus.Closed)),
            (CaseVerb.Reopen, desk && status is (CaseStatus.Resolved or CaseStatus.Closed)),
            (CaseVerb.Edit, desk && status != CaseStatus.Cancelled),
            (CaseVerb.Cancel, desk && status.May(CaseStatus.Cancelled)),
        ];
        return [.. all.Where(v => v.Offered).Select(v => v.Verb)];
    }

    /// <summary>The key that opens a verb's form.</summary>
    public static string? Key(CaseVerb verb) => verb switch
    {
        CaseVerb.Reply => "a",
        CaseVerb.Note => "n",
        CaseVerb.Hold or CaseVerb.Resume => "h",
        CaseVerb.Resolve => "s",
        CaseVerb.Edit => "e",
        _ => null,
    };
}
