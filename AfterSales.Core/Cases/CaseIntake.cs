using AfterSales.Core.Assets;
using AfterSales.Core.Attachments;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>受理: takes in a call, letter or visit as a case.</summary>
public sealed class CaseIntake(Sight sight, Writer writer, FileStore files, Lists lists, BusinessClock clock, Actor actor)
{
    /// <summary>
    /// Registers the case with its number and running clocks, all in one transaction; what was answered in the call is
    /// resolved at once. The same <paramref name="request"/> again makes no second case. Answers the number.
    /// </summary>
    public async Task<Result<string>> Register(IntakeForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Intake);
        var book = await lists.Book(stop);
        if (await Faults(form, request, book, stop) is { Count: > 0 } faults)
        {
            return Result<string>.Refused(faults);
        }

        // Read before it is the form's turn to write.
        var scans = form.Scans.ConvertAll(scan => files.Look(scan.Hash));
        return await writer.Run(request, write => Register(write, form, book, scans), stop);
    }

    /// <summary>
    /// Told before it is the form's turn to write, so that a faulty one keeps nobody waiting. A request that was carried out
    /// has no more faults: what it filed (a new machine, say) is on file by now.
    /// </summary>
    private async Task<IReadOnlyList<Problem>> Faults(IntakeForm form, Guid request, ListBook book, CancellationToken stop)
    {
        await using var db = await sight.Open(stop);
        IReadOnlyList<Problem> faults;
        // A merge between two of its looks makes strangers of what belongs together: then it looks again.
        do
        {
            await Follow(db, form, stop);
            faults = await IntakeFaults.Of(db, form, book, clock.Now, clock.Zone, stop);
        }
        while (faults.Count > 0 && form.CustomerId is { } id && await Survivor.Of(db, id, stop) != id);

        return faults.Count > 0 && await db.WriteRequests.AnyAsync(r => r.Id == request, stop) ? [] : faults;
    }

    /// <summary>What the form names may have changed since it was looked at.</summary>
    private async Task<Result<string>> Register(Write write, IntakeForm form, ListBook book, IReadOnlyList<StoredFile?> scans)
    {
        await Follow(write.Db, form, write.Stop);
        if (await IntakeFaults.Of(write.Db, form, book, write.Now, write.Zone, write.Stop) is { Count: > 0 } faults)
        {
            return Result<string>.Refused(faults);
        }

        var parts = await IntakeParts.Of(write, form, book);
        var parent = TextRule.Kept(form.ParentNumber) is { } number ? await write.Db.Cases.SingleAsync(c => c.Number == number, write.Stop) : null;
        var policy = await write.Db.PolicyAt(write.Now, write.Stop);
        var file = await CaseFile.Register(write, await Build(write, form, parts, parent?.Id, policy, book), policy, parts.Customer, parts.Site, parts.Asset);
        if (file.Complaint is { } complaint)
        {
            complaint.Severity = form.Severity ?? complaint.Severity;
        }

        file.Case.Tell(CaseEventKind.Registered, actor, write.Now, file.Case.Description, null, ("channel", form.Channel.ToString()));
        if (form.CustomerTime is { } wished)
        {
            file.Case.SetCustomerTime(write.Zone.Instant(wished), actor, write.Now);
        }

        var lost = await Attach(write, form, scans, file.Case);
        if (lost.Count > 0)
        {
            return Result<string>.Refused(lost);
        }

        Log(write, form, file.Case);
        TellParent(write, parent, file.Case);
        if (form.Meter.Value is not null && parts.Asset is { } machine
            && await MeterFile.Take(write, machine, form.Reading(write.Zone.DayOf(write.Now)), file.Case.Id) is { Ok: false } read)
        {
            return Result<string>.Refused([.. IntakeForm.Under(nameof(form.Meter), read.Problems)]);
        }

        return await Finish(write, file, form, parts) is { Ok: false } refused ? Result<string>.Refused(refused.Problems) : file.Case.Number;
    }

    /// <summary>A customer whose file was merged meanwhile is the one it was merged into.</summary>
    private static async Task Follow(AfterSalesDb db, IntakeForm form, CancellationToken stop) =>
        form.CustomerId = form.CustomerId is { } id ? await Survivor.Of(db, id, stop) : null;

    private async Task<ServiceCase> Build(Write write, IntakeForm form, IntakeParts parts, long? parentId, ServicePolicy policy, ListBook book)
    {
        var type = form.Type!.Value;
        var mode = form.Mode ?? book.ModeOf(type, parts.Asset?.ProductLine);
        var symptomKey = RepeatFault.SymptomKey(form.Symptom, form.SymptomText);
        var repeat = form.LinkRepeat && type is CaseType.Repair or CaseType.Complaint
            ? await RepeatFault.Find(write.Db, parts.Asset?.Id, symptomKey, write.Now, policy, write.Zone, write.Stop) : null;
        return new ServiceCase
        {
            Number = await NumberSeries.Next(write.Db, "SC", write.Zone.DayOf(write.Now), write.Stop),
            Channel = form.Channel,
            Type = type,
            CustomerId = parts.Customer.Id,
            ContactId = parts.Contact?.Id,
            SiteId = parts.Site?.Id,
            AssetId = parts.Asset?.Id,
            Symptom = TextRule.Kept(form.Symptom),
            SymptomText = TextRule.Kept(form.SymptomText),
            SymptomKey = symptomKey,
            Description = form.Words!,
            VisitorName = TextRule.Kept(form.Received.VisitorName) ?? (form.Channel == Channel.Visitor ? parts.Contact?.Name : null),
            VisitedAt = form.Received.VisitedAt is { } came ? write.Zone.Instant(came) : form.Channel == Channel.Visitor ? write.Now : null,
            LetterOn = form.Received.LetterOn,
            LetterSubject = TextRule.Kept(form.Received.LetterSubject),
            ReceivedText = string.IsNullOrWhiteSpace(form.Received.Text) ? null : form.Received.Text,
            Impact = form.Impact,
            Priority = form.Priority ?? form.Impact.Suggested(),
            Mode = mode,
            AgentId = actor.Id,
            OwnerId = form.OwnerId ?? actor.Id,
            OpenedAt = write.Now,
            DistanceKm = parts.Site?.DistanceKm,
            QuoteFirst = QuoteFirst(type, mode, parts.Asset is { } machine ? await write.Db.Warranty(book, machine, write.Zone.DayOf(write.Now), write.Zone, write.Stop) : null),
            PolicyId = policy.Id,
            ParentId = parentId,
            RepeatOfId = repeat?.CaseId,
        };
    }

    /// <summary>R11: repair and maintenance on site of a machine out of warranty begin with the quote.</summary>
    public static bool QuoteFirst(CaseType type, ServiceMode mode, WarrantyState? warranty) =>
        type is CaseType.Repair or CaseType.Maintenance && mode == ServiceMode.OnSite && warranty?.Cover == WarrantyCover.Out;

    private async Task<Result> Finish(Write write, CaseFile file, IntakeForm form, IntakeParts parts)
    {
        if (!form.ResolveOnSpot)
        {
            await file.Settle();
            return Result.Done;
        }

        if (file.Complaint is { } complaint)
        {
            var answer = TextRule.Kept(form.Resolution);
            (complaint.AnsweredOnSpot, complaint.Solution, complaint.Handling) = (true, answer, answer);
            (complaint.SolutionKnownAt, complaint.SolutionToldAt) = (write.Now, write.Now);
        }

        return await CaseClosing.Resolve(write, file, new ResolveForm
        {
            Resolution = form.Resolution,
            Cause = form.Cause,
            CauseText = form.CauseText,
            UserName = parts.Contact?.Name,
        }, onSpot: true);
    }

    /// <summary>The scans become the case's; answers those whose content is there no more, or was not brought by this person.</summary>
    private async Task<List<Problem>> Attach(Write write, IntakeForm form, IReadOnlyList<StoredFile?> scans, ServiceCase c)
    {
        var lost = new List<Problem>();
        var hashes = form.Scans.ConvertAll(scan => scan.Hash!);
        var brought = hashes.Count == 0 ? [] : await write.Db.KeptFiles.Where(k => k.PersonId == actor.Id && hashes.Contains(k.Hash)).Select(k => k.Hash).ToListAsync(write.Stop);
        foreach (var (scan, looked) in form.Scans.Zip(scans))
        {
            if (looked is { } stored && brought.Contains(stored.Hash) && files.Has(stored.Hash))
            {
                AttachmentDesk.Add(write, c, null, scan.Name, stored);
            }
            else
            {
                lost.Add(new Problem("Attachments.Lost", nameof(form.Scans), scan.Name));
            }
        }

        return lost;
    }

    /// <summary>R42: every call and letter in is logged.</summary>
    private void Log(Write write, IntakeForm form, ServiceCase c) => write.Db.ContactLogs.Add(new ContactLog
    {
        At = write.Now,
        Incoming = true,
        Channel = form.Channel,
        PersonId = actor.Id,
        Phone = TextRule.Kept(form.Phone),
        CustomerId = c.CustomerId,
        CaseId = c.Id,
    });

    private void TellParent(Write write, ServiceCase? parent, ServiceCase follow)
    {
        if (parent is not null)
        {
            parent.Tell(CaseEventKind.FollowOnOpened, actor, write.Now, null, null, ("number", follow.Number), ("type", follow.Type.ToString()));
            write.Touch($"case/{TextRule.Invariant(parent.Id)}");
        }
    }
}
