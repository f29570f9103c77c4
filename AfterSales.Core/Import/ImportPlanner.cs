using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>
/// What becomes of each row, against what is on file: customers first, then machines, then cases, since each may speak of
/// those before. Reads only; a dry run and an import plan alike.
/// </summary>
internal sealed class ImportPlanner(AfterSalesDb db, ListBook book, PeopleBook people, DateTimeOffset now, TimeZoneInfo zone, ImportChoice choice, CancellationToken stop)
{
    private readonly Stored stored = new(db, stop);
    private readonly Dictionary<string, ImportRow> customers = [];
    private readonly Dictionary<string, ImportRow> assets = [];
    private readonly HashSet<(SheetKind, int, string)> told = [];
    private readonly DateTime localNow = zone.Local(now);

    /// <summary>The records that the rows speak of.</summary>
    public Stored Stored => stored;

    /// <summary>Gives every row its state.</summary>
    public async Task<ImportPlan> Plan(IReadOnlyList<ReadSheet> sheets, FileReading reading, IProgress<ImportProgress>? progress)
    {
        var plan = new ImportPlan(sheets, reading.Faults, reading.Remarks);
        await SerialSpelling.Unify(db, plan, stop);
        AreaSpelling.Unify(plan, book);
        foreach (var sheet in sheets.Where(s => s.Kind is { } kind && Columns.Of(kind).Any(c => c.Required && !s.Columns.Contains(c))))
        {
            sheet.Rows.ForEach(r => r.Is(RowState.Rejected));
        }

        await Take(plan, SheetKind.Customers, Customers, customers);
        progress?.Report(new(ImportStage.Comparing, 1, 3));
        await Take(plan, SheetKind.Assets, Assets, assets);
        progress?.Report(new(ImportStage.Comparing, 2, 3));
        await Take(plan, SheetKind.Cases, Cases, []);
        plan.Novel = await NewNames.Of(db, plan, book, stop);
        progress?.Report(new(ImportStage.Comparing, 3, 3));
        return plan;
    }

    /// <summary>The customer's code as it stands on file: of a merged one the survivor's.</summary>
    private string Code(string code) => stored.Customers.TryGetValue(code, out var customer) ? customer.Code : code;

    private Customer? Known(ImportRow row, int cell) => stored.Customers.GetValueOrDefault(row.Text(cell) ?? "");

    private async Task Take(ImportPlan plan, SheetKind kind, Func<IReadOnlyList<ImportRow>, Task> compare, Dictionary<string, ImportRow> firsts)
    {
        stop.ThrowIfCancellationRequested();
        foreach (var row in plan.Rows(kind).Where(r => r.Key.Length > 0))
        {
            if (!firsts.TryAdd(row.Key, row))
            {
                row.Reject(0, "Import.Repeated", firsts[row.Key].Sheet.Name, firsts[row.Key].Number);
            }
        }

        await compare([.. plan.Rows(kind)]);
        ListRemarks.Tell(plan.Rows(kind), kind, book);
        foreach (var sheet in plan.Sheets.Where(s => choice.AllOrNothing && s.Kind == kind && s.Rows.Exists(r => !r.Stands)))
        {
            sheet.Rows.ForEach(r => r.HoldBack());
        }
    }

    private async Task Customers(IReadOnlyList<ImportRow> rows)
    {
        await stored.ReadCustomers(rows.Select(r => r.Key).Where(k => k.Length > 0));
        foreach (var row in rows)
        {
            if (row.Text(CustomerCell.Phone) is not null && row.Text(CustomerCell.Contact) == RowValues.Nameless(row.Text(CustomerCell.Name) ?? ""))
            {
                row.Values[CustomerCell.Contact] = null;
            }

            if (stored.Customers.GetValueOrDefault(row.Key) is not { } customer)
            {
                RowRules.Check(row, localNow);
                continue;
            }

            if (customer.Code != row.Key)
            {
                row.Remark(0, "Import.Merged", customer.Code);
                row.Values = RowValues.Of(customer);
            }

            Compare(row, customer.Id, RowValues.Of(customer, row.Values));
            RowRules.NotAnonymous(row, CustomerCell.Code, customer);
        }
    }

    private async Task Assets(IReadOnlyList<ImportRow> rows)
    {
        await stored.ReadAssets(rows.Select(r => r.Key).Where(k => k.Length > 0));
        await stored.ReadCustomers(rows.SelectMany(r => new[] { r.Text(AssetCell.CustomerCode), r.Text(AssetCell.SoldBy) }).OfType<string>().Where(c => c.Length > 0));
        foreach (var row in rows)
        {
            Customer(row, AssetCell.CustomerCode);
            Dealer(row);
            if (stored.Assets.GetValueOrDefault(row.Key) is not { } asset)
            {
                RowRules.Check(row, localNow);
                RowRules.NotAnonymous(row, AssetCell.CustomerCode, Known(row, AssetCell.CustomerCode));
                continue;
            }

            var owner = stored.Owners[asset.CustomerId].Code;
            Compare(row, asset.Id, RowValues.Of(asset, owner, asset.DealerId is { } id ? stored.Owners[id].Code : null));
            RowRules.NotAnonymous(row, AssetCell.CustomerCode, Known(row, AssetCell.CustomerCode));
            if (row.Stands && row.Text(AssetCell.CustomerCode) is { } code && code != owner)
            {
                row.Remark(AssetCell.CustomerCode, "Import.OwnerChanges", owner);
            }
        }

        await PlateClaims.Check(db, rows, stop);
        await DeliveryDays.Check(db, stored.Assets, rows, stop);
        await ModelLines.Check(db, stored, book, rows, stop);
    }

    private async Task Cases(IReadOnlyList<ImportRow> rows)
    {
        await stored.ReadCustomers(rows.Select(r => r.Text(CaseCell.CustomerCode)).OfType<string>());
        await stored.ReadAssets(rows.Select(r => r.Text(CaseCell.SerialNo)).OfType<string>());
        var known = await new StoredCases(db, people, zone, stop).Read([.. rows.Select(r => r.Key).Where(k => k.Length > 0).Distinct()]);
        foreach (var row in rows)
        {
            Customer(row, CaseCell.CustomerCode);
            Machine(row);
            Person(row, CaseCell.Agent);
            Person(row, CaseCell.Engineer);
            if (known.TryGetValue(row.Key, out var found))
            {
                Compare(row, found.Id, found.Values);
            }
            else
            {
                RowRules.Check(row, localNow);
            }

            RowRules.NotAnonymous(row, CaseCell.CustomerCode, Known(row, CaseCell.CustomerCode));
        }

        await ImportTrace.Lives(db, [.. rows.Where(r => r.State == RowState.Changed)], stop);
    }

    private void Compare(ImportRow row, long id, object?[] values)
    {
        row.Id = id;
        if (!row.Stands)
        {
            return;
        }

        if (!RowValues.Differing(values, row.Values).Any())
        {
            row.Is(RowState.Unchanged);
            row.Values = values;
            return;
        }

        (row.Before, row.Values) = (values, RowValues.Overlaid(values, row.Values));
        row.Is(RowState.Changed);
        RowRules.Check(row, localNow);
    }

    private void Customer(ImportRow row, int cell)
    {
        if (row.Text(cell) is not { } code || StaysOut(row, cell, code))
        {
            return;
        }

        if (!customers.ContainsKey(code) && !stored.Customers.ContainsKey(code))
        {
            row.Reject(cell, "Import.UnknownCustomer", code);
        }
        else
        {
            row.Values[cell] = Code(code);
        }
    }

    private bool StaysOut(ImportRow row, int cell, string code)
    {
        if (stored.Customers.ContainsKey(code) || customers.GetValueOrDefault(code) is not { Stands: false } stays)
        {
            return false;
        }

        row.Reject(cell, stays.State == RowState.HeldBack ? "Import.CustomerHeld" : "Import.CustomerRejected", code, stays.Number);
        return true;
    }

    private void Dealer(ImportRow row)
    {
        if (row.Text(AssetCell.SoldBy) is not { Length: > 0 } dealer || StaysOut(row, AssetCell.SoldBy, dealer))
        {
            return;
        }

        if (Kind(dealer) is not { } kind)
        {
            row.Reject(AssetCell.SoldBy, "Import.UnknownDealer", dealer);
        }
        else if (kind != CustomerKind.Dealer)
        {
            // A merge, or another kind, may have left such a one on file: what we hold comes in again, and is told.
            row.Remark(AssetCell.SoldBy, "Import.NoDealer", dealer);
        }

        row.Values[AssetCell.SoldBy] = Code(dealer);
    }

    /// <summary>What kind of customer that is; null when it is none.</summary>
    private CustomerKind? Kind(string code) => customers.GetValueOrDefault(code) is { Stands: true } row ? row.Get<CustomerKind>(CustomerCell.Kind) ?? CustomerKind.EndUser
        : stored.Customers.GetValueOrDefault(code)?.Kind;

    private void Machine(ImportRow row)
    {
        if (row.Text(CaseCell.SerialNo) is not { } serial)
        {
            return;
        }

        var (planned, filed) = (assets.GetValueOrDefault(serial), stored.Assets.GetValueOrDefault(serial));
        if (planned is not { Stands: true } && filed is null)
        {
            row.Reject(CaseCell.SerialNo, planned is null ? "Import.UnknownAsset" : planned.State == RowState.HeldBack ? "Import.AssetHeld" : "Import.AssetRejected", serial, planned?.Number);
            return;
        }

        var owner = planned is { Stands: true } ? planned.Text(AssetCell.CustomerCode) : stored.Owners[filed!.CustomerId].Code;
        if (owner is not null && owner != row.Text(CaseCell.CustomerCode))
        {
            row.Remark(CaseCell.SerialNo, "Import.AnothersNow", owner);
        }
    }

    private void Person(ImportRow row, int cell)
    {
        if (row.Text(cell) is { } name && people.Find(name) is null && told.Add((SheetKind.Cases, cell, name)))
        {
            row.Remark(cell, "Import.UnknownPerson", name);
        }
    }
}
