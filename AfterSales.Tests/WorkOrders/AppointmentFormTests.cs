using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.WorkOrders;

public sealed class AppointmentFormTests
{
    [Theory]
    [InlineData(-180, true)]
    [InlineData(-60, false)]
    [InlineData(60, false)]
    public void A_time_that_is_over_is_no_appointment(int minutesFromNow, bool refused)
    {
        var now = TestHouse.Zone.Instant(new DateTime(2026, 11, 27, 12, 0, 0));
        var form = new AppointmentForm { Kind = AppointmentKind.Time, Day = new(2026, 11, 27), Time = new TimeOnly(12, 0).AddMinutes(minutesFromNow), Minutes = 120 };

        Assert.Equal(refused ? ["Time:Cases.TimePast"] : [], form.Check(now, TestHouse.Zone).Select(p => $"{p.Field}:{p.Code}"));
    }
}
