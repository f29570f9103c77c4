using AfterSales.Core.Import;
using AfterSales.Tests.Support;
using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Import;

/// <summary>A plate of a file is kept as a form keeps it, and is one machine's; its day of delivery agrees with what else is known of it.</summary>
public sealed class PlateTests
{
    private static ImportFile Machines(params (string Serial, string Plate)[] machines) => new Sheets()
        .Add("客户", Sheets.CustomerHeads, ["C001", "甲公司"])
        .Add("设备", [Sheets.AssetHeads, .. machines.Select(m => new object?[] { m.Serial, "拉丝机", "LH-280", "C001", null, null, null, m.Plate })]).File();

    [Theory, BothDatabases]
    public async Task A_plate_comes_in_as_a_form_keeps_it_and_twice_it_is_told(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);

        var report = await ImportTests.Take(house, Machines(("S-1", "鲁b 12345"), ("S-2", "鲁B·12345"), ("S-3", "12345"), ("S-4", "鲁BD12345")));

        Assert.Equal([("Assets.NotAPlate", 4), ("Import.PlateRepeated", 3)], report.Faults.Select(f => (f.What.Code, f.Row)).OrderByDescending(f => f.Row));
        Assert.Equal(["鲁B·12345", "鲁B·D12345"], await house.Read(db => db.Assets.OrderBy(a => a.SerialNo).Select(a => a.Plate).ToListAsync()));
        Assert.Equal([2, 0], (await ImportTests.Take(house, Machines(("S-1", "鲁B12345"), ("S-4", "鲁bd.12345")))).Sheets.Skip(1).SelectMany(s => new[] { s.Unchanged, s.Changed }));
    }

    [Theory, BothDatabases]
    public async Task A_delivery_moved_to_after_the_installation_or_a_reading_is_rejected_with_that(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        ImportFile Delivered(string one, string two, string three) => new Sheets().Add("客户", Sheets.CustomerHeads, ["C001", "甲公司"])
            .Add("设备", [Sheets.AssetHeads, .. new[] { ("S-1", one), ("S-2", two), ("S-3", three) }.Select(m => new object?[] { m.Item1, "拉丝机", "LH-280", "C001", null, m.Item2 })]).File();
        await ImportTests.Take(house, Delivered("2026-03-01", "2026-03-01", "2026-03-01"));
        await house.Read(db => db.Assets.Where(a => a.SerialNo == "S-1").ExecuteUpdateAsync(set => set.SetProperty(a => a.InstalledOn, new DateOnly(2026, 3, 5))));
        await using (var db = house.Db())
        {
            db.MeterReadings.Add(new() { AssetId = await db.Assets.Where(a => a.SerialNo == "S-2").Select(a => a.Id).SingleAsync(), ReadOn = new(2026, 3, 6), Value = 40 });
            await db.SaveChangesAsync();
        }

        var report = await ImportTests.Take(house, Delivered("2026-03-07", "2026-03-07", "2026-03-07"));

        Assert.Equal([("Import.DeliveredAfterUse", 2), ("Assets.DeliveredAfterReading", 3)], report.Faults.Select(f => (f.What.Code, f.Row)));
        Assert.Empty((await ImportTests.Take(house, Delivered("2026-03-05", "2026-03-06", "2026-03-07"))).Faults);
        Assert.Equal([5, 6, 7], (await house.Read(db => db.Assets.OrderBy(a => a.SerialNo).Select(a => a.DeliveredOn!.Value).ToListAsync())).Select(d => d.Day));
    }

    [Fact]
    public async Task A_plate_of_another_machine_on_file_is_told_with_that_machine()
    {
        await using var house = await TestHouse.Open();
        await ImportTests.Take(house, Machines(("S-1", "鲁B12345"), ("S-2", "鲁B54321")));

        var report = await ImportTests.Take(house, Machines(("S-2", "鲁B12345"), ("S-3", "鲁B12345")));

        Assert.Equal(["Assets.PlateTaken", "Assets.PlateTaken"], report.Faults.Select(f => f.What.Code));
        Assert.Equal(["S-1", "甲公司"], report.Faults[0].What.Args);
    }
}
