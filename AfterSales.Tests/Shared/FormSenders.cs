using AfterSales.Core.Assets;
using AfterSales.Core.Attachments;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Customers;
using AfterSales.Core.HandOffs;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Shared;

/// <summary>A rightly filled form of each kind with the call that sends it, on rows made for it.</summary>
internal static class FormSenders
{
    private static int count;

    /// <summary>One for every kind of form.</summary>
    public static IReadOnlyList<Func<TestHouse, Task<Sender>>> All { get; } =
    [
        house => At(Call(), async f => await house.As(Role.Agent).Ask((CaseIntake s) => s.Register(f, house.Request))),
        async house => await house.KnownCustomer() is var known ? new(CustomerForm.Of(known.Customer), async f => await house.As(Role.Agent).Ask((CustomerDesk s) => s.Edit(known.Customer.Code, (CustomerForm)f, house.Request))) : null!,
        async house => await house.KnownCustomer() is var known ? new(new ContactForm { Name = "李工", Phones = ["13900139000"] }, async f => await house.As(Role.Agent).Ask((CustomerDesk s) => s.SaveContact(known.Customer.Code, null, (ContactForm)f, house.Request))) : null!,
        async house => await house.KnownCustomer() is var known ? new(new SiteForm { Address = "新址" }, async f => await house.As(Role.Agent).Ask((CustomerDesk s) => s.SaveSite(known.Customer.Code, null, (SiteForm)f, house.Request))) : null!,
        async house => await Two(house) is var (stays, goes) ? new(new MergeForm { Version = stays.Version, OtherVersion = goes.Version }, async f => await house.As(Role.Agent).Ask((CustomerMerging s) => s.Merge(stays.Code, goes.Code, (MergeForm)f, house.Request))) : null!,
        async house => await house.KnownCustomer() is var known ? new(Machine(), async f => await house.As(Role.Agent).Ask((AssetDesk s) => s.Add(known.Customer.Code, (AssetForm)f, house.Request))) : null!,
        async house => await house.KnownCustomer() is var known ? new(new ComponentForm { Name = "主电机" }, async f => await house.As(Role.Agent).Ask((ComponentDesk s) => s.Add(known.Asset.SerialNo, (ComponentForm)f, house.Request))) : null!,
        async house => await Two(house) is var (to, _) && await house.KnownCustomer() is var known ? new(new MoveForm { CustomerCode = to.Code, MovedOn = house.Clock.Today, Reason = "转让", Version = known.Asset.Version }, async f => await house.As(Role.Agent).Ask((AssetMoving s) => s.Move(known.Asset.SerialNo, (MoveForm)f, house.Request))) : null!,
        async house => await house.Case() is var c ? new(new ReplyForm { Text = "好" }, async f => await house.As(Role.Agent).Ask((CaseDesk s) => s.Reply(c, (ReplyForm)f, house.Request))) : null!,
        async house => await house.Case() is var c ? new(new HoldForm { Reason = "festival", Until = house.Clock.Local(house.Now.AddDays(1)) }, async f => await house.As(Role.Agent).Ask((CaseHolds s) => s.Hold(c, (HoldForm)f, house.Request))) : null!,
        async house => new(new NoCaseForm { Reason = (await house.Read(db => db.Terms.FirstAsync(t => t.Kind == TermKind.NoCaseReason))).Code }, async f => await house.As(Role.Agent).Ask((NoCaseCall s) => s.Log((NoCaseForm)f, house.Request))),
        async house => await house.Case() is var c ? new(new ResolveForm { Resolution = "好", Cause = "wear" }, async f => await house.As(Role.Agent).Ask((CaseClosing s) => s.Resolve(c, (ResolveForm)f, house.Request))) : null!,
        async house => await house.Case() is var c ? new(await house.As(Role.Agent).Ask((CaseEditing s) => s.FormOf(c)), async f => await house.As(Role.Agent).Ask((CaseEditing s) => s.Edit(c, (CaseEditForm)f, house.Request))) : null!,
        async house => await house.Case() is var c ? new(Question(house), async f => await house.As(Role.Agent).Ask((HandOffDesk s) => s.Ask(c, (HandOffForm)f, house.Request))) : null!,
        async house => await Asked(house) is var id ? new(new HandOffAnswerForm { Answer = "好" }, async f => await house.As(Role.Agent).Ask((HandOffDesk s) => s.Answer(id, (HandOffAnswerForm)f, house.Request))) : null!,
        async house => await house.Case() is var c ? new(Jobs.Tomorrow(house), async f => await house.As(Role.Supervisor).Ask((Dispatching s) => s.Assign(c, (AssignForm)f, house.Request))) : null!,
        async house => await house.OnSite() is var o ? new(Jobs.Findings(), async f => await house.As(Role.Engineer).Ask((Reporting s) => s.Save(o, (ReportForm)f, house.Request))) : null!,
        async house => await house.OnSite() is var o ? new((await house.AllPassed(o))[0], async f => await house.As(Role.Engineer).Ask((Reporting s) => s.SaveChecks(o, [(CheckForm)f], house.Request))) : null!,
        async house => await house.OnSite() is var o ? new(new SatisfactionForm { Score = 4 }, async f => await house.As(Role.Engineer).Ask((Reporting s) => s.SaveSatisfaction(o, (SatisfactionForm)f, house.Request))) : null!,
        async house => await Callback(house) is var id ? new(new AttemptForm { Outcome = AttemptOutcome.Answered, Score = 3 }, async f => await house.As(Role.Agent).Ask((CallbackDesk s) => s.Record(id, (AttemptForm)f, house.Request))) : null!,
        async house => await Answer(house) is var id ? new(new CorrectionForm { Score = 3, Reason = "误录" }, async f => await house.As(Role.Agent).Ask((CallbackDesk s) => s.Correct(id, (CorrectionForm)f, house.Request))) : null!,
        async house => await house.Case() is var c ? new(Heard(c), async f => await house.As(Role.Agent).Ask((ComplaintDesk s) => s.Open((ComplaintForm)f, house.Request))) : null!,
        async house => await Complaint(house) is var c ? new(new ComplaintReportForm(), async f => await house.As(Role.Agent).Ask((ComplaintDesk s) => s.Report(c, (ComplaintReportForm)f, house.Request))) : null!,
        async house => await Complaint(house) is var c ? new(new SolutionForm { Severity = Severity.Minor, Solution = "换" }, async f => await house.As(Role.Supervisor).Ask((ComplaintDesk s) => s.Know(c, (SolutionForm)f, house.Request))) : null!,
        async house => await Complaint(house, known: true) is var c ? new(new SolutionToldForm { Words = "已告" }, async f => await house.As(Role.Agent).Ask((ComplaintDesk s) => s.Tell(c, (SolutionToldForm)f, house.Request))) : null!,
        async house => await Complaint(house, known: true) is var c ? new(new HandlingForm { Handling = "已换" }, async f => await house.As(Role.Supervisor).Ask((ComplaintDesk s) => s.Handle(c, (HandlingForm)f, house.Request))) : null!,
        async house => await Complaint(house, known: true) is var c ? new(new VerdictForm { Verdict = Verdict.Satisfied }, async f => await house.As(Role.Agent).Ask((ComplaintDesk s) => s.Judge(c, (VerdictForm)f, house.Request))) : null!,
        house => At(new SavedViewForm { Name = "视图" + Next() }, async f => await house.As(Role.Agent).Ask((SavedViews s) => s.Save("customers", "", f, house.Request))),
        house => At(new PersonForm { UserName = "u" + Next(), Name = "新人", Role = Role.Agent, Password = "Aa1!" + Next() + "long-enough" }, async f => await house.As(Role.Administrator).Ask((PeopleService s) => s.Save(f, house.Request))),
        async house => Dated(house, TermForm.Of(await house.Read(db => db.Terms.OrderByDescending(t => t.Id).FirstAsync()))),
        async house => Dated(house, AreaForm.Of(await house.Read(db => db.Areas.OrderByDescending(t => t.Id).FirstAsync()))),
        async house => Dated(house, ProductLineForm.Of(await house.Read(db => db.ProductLines.OrderByDescending(t => t.Id).FirstAsync()))),
        async house => Dated(house, WarrantyPolicyForm.Of(await house.Read(db => db.WarrantyPolicies.OrderByDescending(t => t.Id).FirstAsync()))),
        async house => Dated(house, PayerTableForm.Of(await house.Read(db => db.PayerTables.OrderByDescending(t => t.Id).FirstAsync()))),
        async house => await house.Case() is var c ? new(new PayerForm { Payer = Payer.Maker, Reason = "协商" }, async f => await house.As(Role.Supervisor).Ask((PayerDesk s) => s.Decide(c, (PayerForm)f, house.Request))) : null!,
        async house => Dated(house, ChecklistForm.Of(await house.Read(db => db.Checklists.OrderByDescending(t => t.Id).FirstAsync()))),
        async house => Dated(house, PolicyForm.Of(await house.Read(db => db.ServicePolicies.OrderByDescending(t => t.Id).FirstAsync()))),
        async house => Dated(house, TargetForm.Of(await house.Read(db => db.Targets.OrderByDescending(t => t.Id).FirstAsync()))),
        async house => await house.Case() is var c ? Words(text => house.As(Role.Agent).Ask((CaseDesk s) => s.Note(c, text, house.Request))) : null!,
        async house => await house.Case() is var c ? Words(async text => await house.As(Role.Agent).Ask((CaseDesk s) => s.Chase(c, text, house.Request))) : null!,
        async house => await house.Case() is var c ? Words(text => house.As(Role.Supervisor).Ask((CaseClosing s) => s.Cancel(c, text, house.Request))) : null!,
        async house => await Attached(house) is var id ? Words(text => house.As(Role.Agent).Ask((AttachmentDesk s) => s.Remove(id, text, house.Request))) : null!,
        async house => await OnHold(house) is var c ? Words(text => house.As(Role.Agent).Ask((CaseHolds s) => s.Resume(c, text, house.Request))) : null!,
        async house => await house.Dispatched() is var o ? Words(text => house.As(Role.Engineer).Ask((MyWork s) => s.Decline(o, text, house.Request))) : null!,
        async house => await Exempted(house) is var o ? Words(text => house.As(Role.Supervisor).Ask((Approvals s) => s.Refuse(ApprovalKind.Exemption, o, 0, text, house.Request))) : null!,
        async house => await house.OnSite() is var o ? Words(text => house.As(Role.Engineer).Ask((JobEnding s) => s.EndUnfinished(o, "part", text, null, house.Request))) : null!,
    ];

    private static string Next() => Interlocked.Increment(ref count).ToString("00000", null);

    private static Task<Sender> At<TForm, TResult>(TForm form, Func<TForm, Task<TResult>> send) where TForm : class where TResult : Result =>
        Task.FromResult(new Sender(form, async f => await send((TForm)f)));

    /// <summary>A call that takes words without a form.</summary>
    private static Sender Words(Func<string?, Task<Result>> send) => new(new Spoken { Text = "好" }, f => send(((Spoken)f).Text));

    private static async Task<(Customer Stays, Customer Goes)> Two(TestHouse house) => ((await house.KnownCustomer()).Customer, (await house.KnownCustomer()).Customer);

    private static async Task<string> Exempted(TestHouse house)
    {
        var order = await house.Dispatched();
        await house.Mine((MyWork w) => w.Accept(order, house.Request));
        await house.Mine((MyWork w) => w.AskExemption(order, "ticket", null, house.Request));
        return order;
    }

    private static HandOffForm Question(TestHouse house) => new() { Department = "quality", Question = "是否批次问题", Due = house.Clock.Local(house.Now.AddDays(1)) };

    private static async Task<long> Asked(TestHouse house)
    {
        var number = await house.Case();
        await house.As(Role.Agent).Ask((HandOffDesk s) => s.Ask(number, Question(house), house.Request));
        return await house.Read(db => db.HandOffs.MaxAsync(h => h.Id));
    }

    private static async Task<long> Attached(TestHouse house)
    {
        var number = await house.Case();
        await house.As(Role.Agent).Ask((AttachmentDesk s) => s.Attach(number, null, "图.png", new MemoryStream(Jobs.Png), house.Request));
        return await house.Read(db => db.Attachments.MaxAsync(a => a.Id));
    }

    private static async Task<string> OnHold(TestHouse house)
    {
        var number = await house.Case();
        await house.As(Role.Agent).Ask((CaseHolds s) => s.Hold(number, new HoldForm { Reason = "festival", Until = house.Clock.Local(house.Now.AddDays(1)) }, house.Request));
        return number;
    }

    private static Sender Dated<TRow, TForm>(TestHouse house, DatedForm<TRow, TForm> form) where TRow : Dated where TForm : DatedForm<TRow, TForm>, new()
    {
        // A row is versioned by its instant.
        house.Time.Advance(TimeSpan.FromSeconds(1));
        return new(form, async f => await house.As(Role.Administrator).Ask((SettingsService s) => s.Save((DatedForm<TRow, TForm>)f, house.Request)));
    }

    private static IntakeForm Call() => new()
    {
        Type = CaseType.Repair, Impact = Impact.Stopped, Mode = ServiceMode.OnSite, SymptomText = "漏油", Description = "主轴漏油", Phone = "13800138000",
        ResolveOnSpot = true, Resolution = "紧固", Cause = "wear",
        Customer = new() { Name = "电缆厂" + Next(), Area = "north" }, Contact = new() { Name = "张工", Phones = ["13800138000"] }, Site = new() { Address = "一号", Area = "north" }, Asset = Machine(),
    };

    private static AssetForm Machine() => new() { SerialNo = "H-" + Next(), ProductLine = "extruder", Model = "SJ-90" };

    private static ComplaintForm Heard(string number) => new() { ParentNumber = number, Words = "服务差", AnsweredOnSpot = true, Answer = "致歉" };

    private static async Task<string> Complaint(TestHouse house, bool known = false)
    {
        var form = Heard(await house.Case());
        form.AnsweredOnSpot = false;
        var number = (await house.As(Role.Agent).Ask((ComplaintDesk s) => s.Open(form, house.Request))).Value;
        if (known)
        {
            await house.As(Role.Supervisor).Ask((ComplaintDesk s) => s.Know(number, new SolutionForm { Severity = Severity.Minor, Solution = "换" }, house.Request));
        }

        return number;
    }

    private static async Task<long> Callback(TestHouse house)
    {
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Resolve(id);
        return (await house.CallbacksOf(id))[0].Id;
    }

    private static async Task<long> Answer(TestHouse house)
    {
        var id = await Callback(house);
        await house.As(Role.Agent).Ask((CallbackDesk s) => s.Record(id, new AttemptForm { Outcome = AttemptOutcome.Answered, Score = 3 }, house.Request));
        return await house.Read(db => db.SatisfactionAnswers.Where(a => a.CallbackId == id).Select(a => a.Id).SingleAsync());
    }
}

/// <summary>A form and how it is sent.</summary>
internal sealed record Sender(object Form, Func<object, Task<Result>> Send);

/// <summary>Words alone.</summary>
internal sealed class Spoken
{
    /// <summary>What is said.</summary>
    public string? Text { get; set; }
}
