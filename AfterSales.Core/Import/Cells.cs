namespace AfterSales.Core.Import;

/// <summary>Places of the values of a customer's row.</summary>
internal static class CustomerCell
{
    public const int Code = 0, Name = 1, Kind = 2, Tier = 3, Contact = 4, Phone = 5, Address = 6, Area = 7, DistanceKm = 8, FirstContactOn = 9, FiledOn = 10, Count = 11;
}

/// <summary>Places of the values of a machine's row.</summary>
internal static class AssetCell
{
    public const int SerialNo = 0, ProductLine = 1, Model = 2, CustomerCode = 3, SoldBy = 4, DeliveredOn = 5, WarrantyPolicy = 6, Plate = 7, Count = 8;
}

/// <summary>Places of the values of a case's row.</summary>
internal static class CaseCell
{
    public const int No = 0, OpenedAt = 1, Channel = 2, Type = 3, CustomerCode = 4, SerialNo = 5, Symptom = 6, Description = 7, Priority = 8, Agent = 9, Engineer = 10,
        FirstReplyAt = 11, ArrivedAt = 12, ResolvedAt = 13, ClosedAt = 14, Cancelled = 15, AnsweredAt = 16, Score = 17, Verdict = 18, Count = 19;
}
