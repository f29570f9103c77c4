using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>What of a record the workbook holds: the one way from a record to its row, for export and for comparing.</summary>
internal static class RowValues
{
    public static object?[] Of(Customer c) => Of(c, new object?[CustomerCell.Count]);

    /// <summary>The row with the contact that another row speaks of; the same numbers are written as they stand there.</summary>
    public static object?[] Of(Customer c, object?[] told)
    {
        var contact = ContactFit.Of(c, told);
        var site = c.Sites.OrderBy(x => x.Id).FirstOrDefault();
        var phones = contact?.Phones.Where(p => p.Kind <= PhoneKind.Home).OrderBy(p => p.Id).Select(p => p.Number).ToList() ?? [];
        var values = new object?[CustomerCell.Count];
        (values[CustomerCell.Code], values[CustomerCell.Name], values[CustomerCell.Kind], values[CustomerCell.Tier]) = (c.Code, c.Name, c.Kind, c.Tier);
        values[CustomerCell.Contact] = contact is null || (phones.Count > 0 && contact.Name == Nameless(c.Name)) ? null : contact.Name;
        values[CustomerCell.Phone] = contact is not null && told[CustomerCell.Phone] is { } same && ContactFit.SameNumbers(contact, told) ? same : phones.Count == 0 ? null : string.Join(';', phones);
        values[CustomerCell.Address] = TextRule.Kept(site?.Address);
        (values[CustomerCell.Area], values[CustomerCell.DistanceKm]) = (c.Area, site is { DistanceFromArea: false } ? site.DistanceKm : null);
        (values[CustomerCell.FirstContactOn], values[CustomerCell.FiledOn]) = (c.FirstContactOn, c.FiledOn);
        return values;
    }

    /// <summary>What a contact without a name is called: as its customer.</summary>
    public static string Nameless(string customer) => customer.Length > CustomerLimits.ContactName ? customer[..CustomerLimits.ContactName] : customer;

    public static object?[] Of(Asset a, string customer, string? dealer)
    {
        var values = new object?[AssetCell.Count];
        (values[AssetCell.SerialNo], values[AssetCell.ProductLine], values[AssetCell.Model], values[AssetCell.CustomerCode]) = (a.SerialNo, a.ProductLine, a.Model, customer);
        (values[AssetCell.SoldBy], values[AssetCell.DeliveredOn], values[AssetCell.WarrantyPolicy], values[AssetCell.Plate]) = (dealer ?? "", a.DeliveredOn, a.WarrantyPolicy, a.Plate);
        return values;
    }

    /// <summary>A case with what hangs on it; a reply that came with the resolution is none, an answer given before it counts as given with it.</summary>
    public static object?[] Of(ServiceCase c, CaseSides sides, TimeZoneInfo zone)
    {
        object? At(DateTimeOffset? at) => at is { } instant ? zone.Local(instant) : null;
        var values = new object?[CaseCell.Count];
        (values[CaseCell.No], values[CaseCell.OpenedAt], values[CaseCell.Channel], values[CaseCell.Type]) = (c.Number, At(c.OpenedAt), c.Channel, c.Type);
        (values[CaseCell.CustomerCode], values[CaseCell.SerialNo], values[CaseCell.Symptom]) = (sides.Customer, sides.Serial, c.Symptom ?? c.SymptomText);
        (values[CaseCell.Description], values[CaseCell.Priority]) = (TextRule.Kept(c.Description), c.Priority);
        (values[CaseCell.Agent], values[CaseCell.Engineer]) = (sides.Agent ?? c.AgentText, sides.Engineer ?? c.EngineerText);
        values[CaseCell.FirstReplyAt] = c.ReplyHow == ReplyHow.WithResolution ? null : At(c.RepliedAt);
        (values[CaseCell.ArrivedAt], values[CaseCell.ResolvedAt], values[CaseCell.ClosedAt]) = (At(c.ArrivedAt), At(c.ResolvedAt), At(c.ClosedAt));
        values[CaseCell.Cancelled] = c.Status == CaseStatus.Cancelled;
        if (sides.Answer is { } answer)
        {
            (values[CaseCell.AnsweredAt], values[CaseCell.Score]) = (At(answer.AnsweredAt < c.ResolvedAt ? c.ResolvedAt : answer.AnsweredAt), answer.Score);
        }

        values[CaseCell.Verdict] = c.Status == CaseStatus.Closed ? sides.Verdict : null;
        return values;
    }

    /// <summary>The values with those that a row tells laid over them.</summary>
    public static object?[] Overlaid(object?[] stored, object?[] told) => [.. stored.Select((value, i) => told[i] ?? value)];

    /// <summary>The columns in which the row tells something else.</summary>
    public static IEnumerable<int> Differing(object?[] stored, object?[] told) =>
        Enumerable.Range(0, told.Length).Where(i => told[i] is { } value && !value.Equals(stored[i]));
}

/// <summary>What stands beside a case: the codes and names that its row shows, the latest answer, the verdict.</summary>
internal sealed record CaseSides(string Customer, string? Serial, string? Agent, string? Engineer, Callbacks.SatisfactionAnswer? Answer, Complaints.Verdict? Verdict);
