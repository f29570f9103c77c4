using AfterSales.Core.Cases;
using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>派工 as typed: who goes, when, with what instructions.</summary>
public sealed class AssignForm : EditForm<AssignForm>
{
    /// <summary>Who goes.</summary>
    public long? EngineerId { get; set; }

    /// <summary>When.</summary>
    [ShownThrough]
    public AppointmentForm When { get; set; } = new();

    /// <summary>The day of <see cref="When"/>.</summary>
    public DateOnly? Day { get => When.Day; set => When.Day = value; }

    /// <summary>The part of the day of <see cref="When"/>.</summary>
    public DayPart Kind { get => When.Part; set => When.Part = value; }

    /// <summary>作业指示.</summary>
    public string? Instructions { get; set; }

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check(DateTimeOffset now, TimeZoneInfo zone) =>
    [
        .. new Checks().Required(nameof(EngineerId), EngineerId).Text(nameof(Instructions), Instructions, CaseLimits.Description).Problems,
        .. When.Check(now, zone),
    ];

    /// <summary>The order as dispatched; where no visit from today on is planned, with what is <paramref name="offered"/>. Who has declined is not offered again.</summary>
    public static AssignForm Of(WorkOrder order, AppointmentForm offered, DateOnly today, TimeZoneInfo zone)
    {
        var planned = order.Current is { } visit ? AppointmentForm.Of(visit.Appointment, zone) : null;
        return new AssignForm
        {
            EngineerId = order.Status == WorkOrderStatus.Declined ? null : order.EngineerId, Instructions = order.Instructions, Version = order.Version, When = planned?.Day >= today ? planned : offered,
        }.Freshly();
    }
}
