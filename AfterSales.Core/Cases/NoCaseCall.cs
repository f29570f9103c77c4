using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>仅登记来电: a call that is no case (wrong number, a colleague), logged with one key (R42).</summary>
public sealed class NoCaseForm
{
    /// <summary>The number.</summary>
    public string? Phone { get; set; }

    /// <summary>The customer, where known.</summary>
    public long? CustomerId { get; set; }

    /// <summary>How it came in.</summary>
    public Channel Channel { get; set; } = Channel.Phone;

    /// <summary>Code of the reason.</summary>
    public string? Reason { get; set; }

    /// <summary>A word with it.</summary>
    public string? Note { get; set; }

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check(ListBook lists) => new Checks()
        .Text(nameof(Phone), Phone, PhoneNumber.MaxLength)
        .Member<Channel>(nameof(Channel), Channel)
        .When(string.IsNullOrEmpty(Reason), "Shared.Required", nameof(Reason))
        .When(!string.IsNullOrEmpty(Reason) && !lists.Offers(TermKind.NoCaseReason, Reason), "Shared.NotInList", nameof(Reason))
        .Text(nameof(Note), Note, CaseLimits.Description)
        .Problems;
}

/// <inheritdoc cref="NoCaseForm"/>
public sealed class NoCaseCall(Writer writer, Lists lists, Actor actor)
{
    /// <summary>Logs the call; nothing else follows.</summary>
    public async Task<Result> Log(NoCaseForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Intake);
        var faults = form.Check(await lists.Book(stop));
        return faults.Count > 0 ? Result.Refused(faults) : await writer.Run(request, async write =>
        {
            var known = form.CustomerId is { } id && await write.Db.Customers.AnyAsync(c => c.Id == id, write.Stop);
            write.Db.ContactLogs.Add(new ContactLog
            {
                At = write.Now,
                Incoming = true,
                Channel = form.Channel,
                PersonId = actor.Id,
                Phone = TextRule.Kept(form.Phone),
                CustomerId = known ? await Survivor.Of(write.Db, form.CustomerId!.Value, write.Stop) : null,
                NoCaseReason = form.Reason,
                Note = TextRule.Kept(form.Note),
            });
            write.Touch("registers");
            return Result.Done;
        }, stop);
    }
}
