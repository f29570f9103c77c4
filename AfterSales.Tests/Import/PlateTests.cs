using AfterSales.Core.Import;
using AfterSales.Tests.Support;
using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Import;

/// <summary>A plate of a file is kept as a form keeps it, and is one machine's.</summary>
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
