namespace AfterSales.Core.Data;

/// <summary>
/// SQLite has one writer: writes queue here, in front of the IMMEDIATE transaction, never in the driver's busy sleep.
/// With PostgreSQL it stands open.
/// </summary>
public sealed class WriteGate(bool oneWriter) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Waits for the turn; dispose the answer to pass it on.</summary>
    public async Task<IDisposable?> Enter(CancellationToken stop)
    {
        if (!oneWriter)
        {
            return null;
        }

        await gate.WaitAsync(stop);
        return new Turn(gate);
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
