using AfterSales.Core.Assets;
using AfterSales.Core.Attachments;
using AfterSales.Core.Audit;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Customers;
using AfterSales.Core.Drafts;
using AfterSales.Core.HandOffs;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Core.Listings;
using AfterSales.Core.Notices;
using AfterSales.Core.Performance;
using AfterSales.Core.Promises;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Warranty;
using AfterSales.Core.WorkOrders;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AfterSales.Core.Data;

/// <summary>The tables. One context serves one operation; pages never see it.</summary>
public abstract class AfterSalesDb(DbContextOptions options) : IdentityUserContext<Person, long>(options), IDataProtectionKeyContext
{
    /// <summary>Who writes, for the audit trail.</summary>
    public Actor Actor { get; set; } = Actor.System;

    /// <summary>When, for the audit trail; set by whoever opens the unit of work.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>Typed words are read with the telephone numbers in them masked; nothing is saved, or the masks would be.</summary>
    private protected virtual bool Masks => false;

    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<ContactPhone> ContactPhones => Set<ContactPhone>();
    public DbSet<CustomerMerge> CustomerMerges => Set<CustomerMerge>();
    public DbSet<Site> Sites => Set<Site>();
    public DbSet<Asset> Assets => Set<Asset>();
    public DbSet<MeterReading> MeterReadings => Set<MeterReading>();
    public DbSet<Component> Components => Set<Component>();
    public DbSet<AssetMove> AssetMoves => Set<AssetMove>();
    public DbSet<ServiceCase> Cases => Set<ServiceCase>();
    public DbSet<CaseEvent> CaseEvents => Set<CaseEvent>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<KeptFile> KeptFiles => Set<KeptFile>();
    public DbSet<CaseHold> CaseHolds => Set<CaseHold>();
    public DbSet<HandOff> HandOffs => Set<HandOff>();
    public DbSet<Promise> Promises => Set<Promise>();
    public DbSet<CaseFacts> CaseFacts => Set<CaseFacts>();
    public DbSet<Complaint> Complaints => Set<Complaint>();
    public DbSet<WorkOrder> WorkOrders => Set<WorkOrder>();
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<ServiceReport> ServiceReports => Set<ServiceReport>();
    public DbSet<ReportPart> ReportParts => Set<ReportPart>();
    public DbSet<ChecklistAnswer> ChecklistAnswers => Set<ChecklistAnswer>();
    public DbSet<Callback> Callbacks => Set<Callback>();
    public DbSet<CallbackAttempt> CallbackAttempts => Set<CallbackAttempt>();
    public DbSet<SatisfactionAnswer> SatisfactionAnswers => Set<SatisfactionAnswer>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<ContactLog> ContactLogs => Set<ContactLog>();
    public DbSet<ScheduledAction> ScheduledActions => Set<ScheduledAction>();
    public DbSet<SearchKey> SearchKeys => Set<SearchKey>();
    public DbSet<CaseWords> CaseWords => Set<CaseWords>();
    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();
    public DbSet<ImportedRow> ImportedRows => Set<ImportedRow>();
    public DbSet<HeadMemory> HeadMemories => Set<HeadMemory>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<WriteRequest> WriteRequests => Set<WriteRequest>();
    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();
    public DbSet<Area> Areas => Set<Area>();
    public DbSet<ProductLine> ProductLines => Set<ProductLine>();
    public DbSet<Term> Terms => Set<Term>();
    public DbSet<Checklist> Checklists => Set<Checklist>();
    public DbSet<WarrantyPolicy> WarrantyPolicies => Set<WarrantyPolicy>();
    public DbSet<PayerTable> PayerTables => Set<PayerTable>();
    public DbSet<ServicePolicy> ServicePolicies => Set<ServicePolicy>();
    public DbSet<Target> Targets => Set<Target>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var (awaited, searched) = (Masks ? throw new InvalidOperationException("Masked rows are only read.") : Stamp(), SearchTails.Changed(this));
        if (awaited.Count + searched.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        // What is told and found of new rows needs the keys that this save gives them: one transaction, two saves.
        var saved = await base.SaveChangesAsync(true, cancellationToken);
        AuditTrail.Complete(this, awaited);
        await SearchTails.Renew(this, searched, cancellationToken);
        saved += await base.SaveChangesAsync(true, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <summary>For libraries that save their own rows; ours are saved by <see cref="SaveChangesAsync"/>.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        Masks ? throw new InvalidOperationException("Masked rows are only read.") : Stamp().Count + SearchTails.Changed(this).Count == 0 ? base.SaveChanges(acceptAllChangesOnSuccess) : throw new InvalidOperationException("Audited rows are saved by SaveChangesAsync.");

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AfterSalesDb).Assembly);
        Conventions.Apply(builder);
        WhoWent.Map(builder);
        if (Masks)
        {
            TypedWords.Mask(builder);
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder builder) => Conventions.Configure(builder);

    private IReadOnlyList<EntityEntry> Stamp()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(e => e.State == EntityState.Modified))
        {
            entry.Entity.Version++;
        }

        return AuditTrail.Record(this);
    }
}

/// <summary>The embedded default.</summary>
public class SqliteDb : AfterSalesDb
{
    /// <summary>The tables as they are.</summary>
    public SqliteDb(DbContextOptions<SqliteDb> options) : base(options)
    {
    }

    private protected SqliteDb(DbContextOptions options) : base(options)
    {
    }
}

/// <summary>When one machine or one writer is not enough.</summary>
public class PostgresDb : AfterSalesDb
{
    /// <summary>The tables as they are.</summary>
    public PostgresDb(DbContextOptions<PostgresDb> options) : base(options)
    {
    }

    private protected PostgresDb(DbContextOptions options) : base(options)
    {
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        base.ConfigureConventions(builder);
        builder.Properties<string>().UseCollation("C");
    }
}

/// <summary>The embedded default for who sees typed words masked.</summary>
public sealed class MaskedSqliteDb(DbContextOptions<MaskedSqliteDb> options) : SqliteDb(options)
{
    private protected override bool Masks => true;
}

/// <summary>PostgreSQL for who sees typed words masked.</summary>
public sealed class MaskedPostgresDb(DbContextOptions<MaskedPostgresDb> options) : PostgresDb(options)
{
    private protected override bool Masks => true;
}
