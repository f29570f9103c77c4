using AfterSales.Core.Assets;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>Machines of a file: new ones, and what changes of those on file.</summary>
internal sealed class AssetWriting(ListBook book, Func<string, Customer> customer)
{
    /// <summary>A new machine, standing at its customer's place; its next maintenance counts from the last that the file tells of.</summary>
    public Asset New(object?[] v, DateOnly? maintained)
    {
        var (owner, line) = (customer((string)v[AssetCell.CustomerCode]!), book.LineOf((string)v[AssetCell.ProductLine]!)!);
        var asset = new Asset
        {
            SerialNo = (string)v[AssetCell.SerialNo]!,
            ProductLine = line.Code,
            Model = (string)v[AssetCell.Model]!,
            CustomerId = owner.Id,
            SiteId = owner.Sites.OrderBy(s => s.Id).FirstOrDefault()?.Id,
            DealerId = Dealer(v),
            DeliveredOn = v[AssetCell.DeliveredOn] as DateOnly?,
            WarrantyPolicy = v[AssetCell.WarrantyPolicy] as string ?? line.WarrantyPolicy,
            Plate = v[AssetCell.Plate] as string,
            MeterUnit = line.Vehicle ? MeterUnit.Km : null,
        };
        asset.ServiceDueOn = MaintenanceRule.Of(MaintenanceInterval.Of(asset, line), asset.WarrantyStart, maintained, []).On;
        return asset;
    }

    /// <summary>Brings a machine to a row; another customer's is a move on its history.</summary>
    public void Change(Write write, Asset asset, object?[] after)
    {
        var owner = customer((string)after[AssetCell.CustomerCode]!);
        if (owner.Id != asset.CustomerId)
        {
            var site = owner.Sites.OrderBy(s => s.Id).FirstOrDefault()?.Id;
            AssetMoving.Note(write, asset, owner.Id, site, write.Zone.DayOf(write.Now), null);
            (asset.CustomerId, asset.SiteId) = (owner.Id, site);
        }

        Fill(asset, after);
    }

    /// <summary>What of a row says nothing of where the machine is.</summary>
    public void Fill(Asset asset, object?[] after)
    {
        (asset.ProductLine, asset.Model, asset.Plate) = ((string)after[AssetCell.ProductLine]!, (string)after[AssetCell.Model]!, after[AssetCell.Plate] as string);
        (asset.DealerId, asset.DeliveredOn, asset.WarrantyPolicy) = (Dealer(after), after[AssetCell.DeliveredOn] as DateOnly?, (string)after[AssetCell.WarrantyPolicy]!);
    }

    private long? Dealer(object?[] v) => v[AssetCell.SoldBy] is string { Length: > 0 } code ? customer(code).Id : null;
}
