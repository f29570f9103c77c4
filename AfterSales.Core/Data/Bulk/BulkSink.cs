namespace AfterSales.Core.Data.Bulk;

/// <summary>Takes the cells of a row one after the other, in the database's own types.</summary>
internal abstract class BulkSink
{
    public abstract void Null();

    public abstract void Put(long value);

    public abstract void Put(int value);

    public abstract void Put(bool value);

    public abstract void Put(double value);

    public abstract void Put(string value);

    public abstract void Put(byte[] value);

    public abstract void Put(DateOnly value);

    public abstract void Put(TimeOnly value);
}
