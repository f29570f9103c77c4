using AfterSales.Core.Assets;
using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.WorkOrders;

/// <summary>Fills the service report 服务报告单 of an own order, part by part (R31, R36), from the arrival to the completion.</summary>
public sealed class Reporting(Writer writer, Lists lists, Actor actor)
{
    /// <summary>What was found and done. Saved over by somebody else: the other's value is told under each field that differs.</summary>
    public async Task<Result> Save(string number, ReportForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.OwnWork);
        var book = await lists.Book(stop);
        var faults = form.Check(book);
        return faults.Count > 0 ? Result.Refused(faults) : await Change(number, request, async (write, file, report) =>
        {
            var mounted = await ComponentFile.Mounted(write.Db, file.Case.AssetId, write.Stop);
            form.Untick(mounted);
            IReadOnlyList<Problem> unfit = [.. await Meter(write, file, form), .. PartsTwice.Components(mounted, form.Parts.ConvertAll(p => p.Row()), write.Zone.DayOf(file.Case.OpenedAt))];
            if (unfit.Count > 0)
            {
                return Result.Refused(unfit);
            }

            var stored = ReportForm.Of(report);
            var conflicts = form.Version == stored.Version
                ? []
                : form.Conflicts(stored, await write.Db.LastChangedBy(nameof(ServiceReport), TextRule.Invariant(report.Id), write.Stop), (field, value) => ReportForm.Told(book, field, value));
            if (conflicts.Count > 0)
            {
                return Result.Refused(conflicts);
            }

            form.Fill(report);
            Bump(write, report);
            return Result.Done;
        }, stop);
    }

    /// <summary>R36: answers of the checklist; a point not answered stays as it is.</summary>
    public async Task<Result> SaveChecks(string number, IReadOnlyList<CheckForm> answers, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.OwnWork);
        var book = await lists.Book(stop);
        return await Change(number, request, async (write, file, report) =>
        {
            var line = await write.Db.Assets.Where(a => a.Id == file.Case.AssetId).Select(a => a.ProductLine).SingleOrDefaultAsync(write.Stop);
            var offered = book.Checklists(line, file.Case.Type).SelectMany(l => l.Items.Select(i => (i.Code, List: l.Id))).ToDictionary(i => i.Code, i => i.List);
            var faults = answers.SelectMany((a, i) => new Checks()
                .When(!offered.ContainsKey(a.Item), "Shared.NotInList", $"Checks[{i}]")
                .Member($"Checks[{i}]", a.Result).Text($"Checks[{i}]", a.Note, CaseLimits.Note).Problems).ToList();
            if (faults.Count > 0)
            {
                return Result.Refused(faults);
            }

            foreach (var answer in answers.Where(a => a.Result is not null))
            {
                Answer(report, answer, offered[answer.Item]);
            }

            return Result.Done;
        }, stop);
    }

    /// <summary>满意度 with the user's words, until the job is completed.</summary>
    public async Task<Result> SaveSatisfaction(string number, SatisfactionForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.OwnWork);
        var faults = form.Check();
        return faults.Count > 0 ? Result.Refused(faults) : await Change(number, request, (_, _, report) =>
        {
            (report.Score, report.Comment) = (form.Score, TextRule.Kept(form.Comment));
            return Task.FromResult(Result.Done);
        }, stop);
    }

    /// <summary>The signature drawn on the screen; signing takes back a request to go without.</summary>
    public async Task<Result> Sign(string number, string? signedBy, byte[] png, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.OwnWork);
        var faults = new Checks().Text("SignedBy", signedBy, CustomerLimits.ContactName, required: true)
            .When(png.Length > ServiceReport.MaxSignatureBytes, "WorkOrders.PictureTooBig", "Signature", ServiceReport.MaxSignatureBytes / 1000)
            .When(!PictureRule.IsPng(png), "WorkOrders.NotAPicture", "Signature").Problems;
        return faults.Count > 0 ? Result.Refused(faults) : await Change(number, request, (write, _, report) =>
        {
            (report.Signature, report.SignedBy, report.SignedAt) = (png, TextRule.Kept(signedBy), write.Now);
            (report.NoSignatureReason, report.NoSignaturePicture, report.NoSignatureApprovedById) = (null, null, null);
            return Task.FromResult(Result.Done);
        }, stop);
    }

    /// <summary>R31: nobody there to sign, or refused: reason, picture, and the supervisor's approval.</summary>
    public async Task<Result> WithoutSignature(string number, string? reason, byte[] picture, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.OwnWork);
        var book = await lists.Book(stop);
        var faults = new Checks().Required("Reason", TextRule.Kept(reason))
            .When(TextRule.Kept(reason) is { } code && !book.Offers(TermKind.NoSignatureReason, code), "Shared.NotInList", "Reason")
            .When(picture.Length > ServiceReport.MaxPictureBytes, "WorkOrders.PictureTooBig", "Picture", ServiceReport.MaxPictureBytes / 1000)
            .When(!PictureRule.IsPng(picture) && !PictureRule.IsJpeg(picture), "WorkOrders.NotAPicture", "Picture").Problems;
        return faults.Count > 0 ? Result.Refused(faults) : await Change(number, request, async (write, file, report) =>
        {
            (report.Signature, report.SignedBy, report.SignedAt) = (null, null, null);
            (report.NoSignatureReason, report.NoSignaturePicture, report.NoSignatureApprovedById) = (reason, picture, null);
            await file.AskSupervisors("signature", $"{number}/{write.Now.ToUnixTimeMilliseconds()}");
            return Result.Done;
        }, stop);
    }

    /// <summary>R32: headquarters was phoned before leaving; recorded by the engineer, never a block.</summary>
    public Task<Result> CalledHeadquarters(string number, DateTimeOffset? at, Guid request, CancellationToken stop = default) => Change(number, request, (write, file, _) =>
    {
        var happened = StepTime.Of(at, file.Order.Current!.ArrivedAt!.Value, write.Now, write.Zone);
        if (happened.Ok && file.Order.HeadquartersCalledAt is null)
        {
            file.Order.HeadquartersCalledAt = happened.Value;
            file.Tell(CaseEventKind.HeadquartersCalled, null, happened.Value);
        }

        return Task.FromResult<Result>(happened);
    }, stop);

    /// <summary>A report is written on site: between the arrival and the end of a visit.</summary>
    private Task<Result> Change(string number, Guid request, Func<Write, OrderFile, ServiceReport, Task<Result>> change, CancellationToken stop)
    {
        actor.Must(Permission.OwnWork);
        return OrderFile.Change(writer, OrderFile.Mine, number, request, async (write, file) => file.Order.Current is { ArrivedAt: not null }
            ? await change(write, file, await file.Report())
            : new Problem("WorkOrders.NotOnSite"), stop);
    }

    /// <summary>A reading that contradicts the machine's others is told while the meter is still in sight.</summary>
    private static async Task<IReadOnlyList<Problem>> Meter(Write write, OrderFile file, ReportForm form) =>
        [.. (await MeterFile.Faults(write.Db, file.Case.AssetId, new ReadingForm { ReadOn = write.Zone.DayOf(write.Now), Value = form.MeterValue, Replaced = form.MeterReplaced }, write.Stop))
            .Select(p => p with { Field = nameof(form.MeterValue) })];

    private static void Answer(ServiceReport report, CheckForm answer, long listId)
    {
        var row = report.Checks.SingleOrDefault(c => c.Item == answer.Item);
        if (row is null)
        {
            report.Checks.Add(row = new ChecklistAnswer { Item = answer.Item, ChecklistId = listId });
        }

        (row.Result, row.Note) = (answer.Result!.Value, TextRule.Kept(answer.Note));
    }

    /// <summary>The version rises with the parts too, which are rows of their own.</summary>
    private static void Bump(Write write, ServiceReport report)
    {
        if (report.Id != 0)
        {
            write.Db.Entry(report).Property(r => r.Version).IsModified = true;
        }
    }
}
