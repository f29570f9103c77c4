using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using AfterSales.Web.Cases;
using static AfterSales.Core.Cases.CaseStatus;
using static AfterSales.Web.Cases.CaseVerb;

namespace AfterSales.Tests.Cases;

public sealed class CaseVerbTests
{
    public static TheoryData<CaseStatus, bool, CaseVerb[]> Desk => new()
    {
        { Registered, false, [Reply, Note, Resolve, Hold, Edit, Cancel] },
        { Replied, true, [Note, Resolve, Hold, Edit, Cancel] },
        { OnHold, false, [Reply, Note, Resume, Edit, Cancel] },
        { Resolved, true, [Note, Close, Reopen, Edit] },
        { Closed, true, [Note, Reopen, Edit] },
        { Reopened, true, [Note, Resolve, Hold, Edit, Cancel] },
        { Cancelled, true, [Note] },
    };

    [Theory, MemberData(nameof(Desk))]
    public void The_desk_is_offered_what_the_state_allows(CaseStatus status, bool replied, CaseVerb[] verbs)
    {
        Assert.Equal(verbs, CaseVerbs.Of(CaseType.Repair, status, replied, People.Actor(Role.Agent)));
        Assert.Equal(verbs, CaseVerbs.Of(CaseType.Repair, status, replied, People.Actor(Role.Supervisor)));
    }

    [Theory]
    [InlineData(Role.Engineer, new[] { Note })]
    [InlineData(Role.Manager, new CaseVerb[0])]
    [InlineData(Role.Administrator, new CaseVerb[0])]
    public void Others_are_offered_what_their_role_may(Role role, CaseVerb[] verbs) =>
        Assert.Equal(verbs, CaseVerbs.Of(CaseType.Repair, Registered, false, People.Actor(role)));

    [Fact]
    public void A_complaint_is_handled_and_closed_by_its_own_steps()
    {
        Assert.DoesNotContain(Resolve, CaseVerbs.Of(CaseType.Complaint, Registered, true, People.Actor(Role.Supervisor)));
        Assert.DoesNotContain(Close, CaseVerbs.Of(CaseType.Complaint, Resolved, true, People.Actor(Role.Supervisor)));
    }
}
