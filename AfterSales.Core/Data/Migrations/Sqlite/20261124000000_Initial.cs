using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Areas",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SupervisorId = table.Column<long>(type: "INTEGER", nullable: true),
                    DistanceKm = table.Column<int>(type: "INTEGER", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ValidFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidTo = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Sort = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Areas", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    Entity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EntityKey = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Action = table.Column<int>(type: "INTEGER", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Checklists",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProductLine = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CaseType = table.Column<int>(type: "INTEGER", nullable: true),
                    Items = table.Column<string>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ValidFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidTo = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Sort = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Checklists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Customers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Tier = table.Column<int>(type: "INTEGER", nullable: false),
                    Vip = table.Column<bool>(type: "INTEGER", nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FirstContactOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FiledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FiledById = table.Column<long>(type: "INTEGER", nullable: true),
                    Wishes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    NextTalk = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    NextTalkOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NextTalkTime = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    NextServiceOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Quiet = table.Column<bool>(type: "INTEGER", nullable: false),
                    QuietFrom = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    QuietTo = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    QuietUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    QuietWhy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Remarks = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    MergedIntoId = table.Column<long>(type: "INTEGER", nullable: true),
                    AnonymityAskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnonymityAskedById = table.Column<long>(type: "INTEGER", nullable: true),
                    AnonymityReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    AnonymousAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnonymousById = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Customers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Customers_Customers_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HeadMemories",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Sheet = table.Column<int>(type: "INTEGER", nullable: false),
                    HeadKey = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Head = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Column = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeadMemories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KeptFiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NumberSeries",
                columns: table => new
                {
                    Series = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberSeries", x => x.Series);
                });

            migrationBuilder.CreateTable(
                name: "PayerTables",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Rows = table.Column<string>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ValidFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidTo = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Sort = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PayerTables", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Culture = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Dark = table.Column<bool>(type: "INTEGER", nullable: true),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<long>(type: "INTEGER", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProductLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WarrantyPolicy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RepairMode = table.Column<int>(type: "INTEGER", nullable: false),
                    Vehicle = table.Column<bool>(type: "INTEGER", nullable: false),
                    ServiceMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    ServiceMeter = table.Column<int>(type: "INTEGER", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ValidFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidTo = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Sort = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductLines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ScheduledActions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    UniqueKey = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LeasedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScheduledActions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchKeys",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Tail = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Subject = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    CustomerId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ServicePolicies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReplyMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    HandlingMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    HandlingAfterArrivalMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    ArrivalTiers = table.Column<string>(type: "TEXT", nullable: false),
                    ComplaintReportMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    HandOffMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    FileDays = table.Column<int>(type: "INTEGER", nullable: false),
                    WarningPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    EscalationPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    RecurrenceDays = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstFollowUpFromDay = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstFollowUpToDay = table.Column<int>(type: "INTEGER", nullable: false),
                    SecondFollowUpFromDay = table.Column<int>(type: "INTEGER", nullable: false),
                    SecondFollowUpToDay = table.Column<int>(type: "INTEGER", nullable: false),
                    UnreachableAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    TechnicianCallback = table.Column<int>(type: "INTEGER", nullable: false),
                    CallHours = table.Column<string>(type: "TEXT", nullable: false),
                    ChasesToSupervisor = table.Column<int>(type: "INTEGER", nullable: false),
                    PausingHolds = table.Column<string>(type: "TEXT", nullable: false),
                    NoHeadquartersCallFen = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ValidFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidTo = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Sort = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServicePolicies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Targets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Value = table.Column<double>(type: "REAL", nullable: false),
                    HigherIsBetter = table.Column<bool>(type: "INTEGER", nullable: false),
                    AmberMargin = table.Column<double>(type: "REAL", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ValidFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidTo = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Targets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Terms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ProductLine = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CauseGroup = table.Column<int>(type: "INTEGER", nullable: false),
                    Safety = table.Column<bool>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ValidFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidTo = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Sort = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Terms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WarrantyPolicies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MachineMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    MachineMeter = table.Column<int>(type: "INTEGER", nullable: true),
                    Prolongs = table.Column<bool>(type: "INTEGER", nullable: false),
                    Parts = table.Column<string>(type: "TEXT", nullable: false),
                    FittedMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    FittedMeter = table.Column<int>(type: "INTEGER", nullable: true),
                    ExchangeMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    ExchangeMeter = table.Column<int>(type: "INTEGER", nullable: true),
                    Rights = table.Column<string>(type: "TEXT", nullable: false),
                    BusyMonths = table.Column<string>(type: "TEXT", nullable: false),
                    PartHolds = table.Column<string>(type: "TEXT", nullable: false),
                    OwnHolds = table.Column<string>(type: "TEXT", nullable: false),
                    CompensationLeast = table.Column<int>(type: "INTEGER", nullable: false),
                    CompensationMost = table.Column<int>(type: "INTEGER", nullable: false),
                    AmberDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ValidFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidTo = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Sort = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WarrantyPolicies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WriteRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WriteRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Contacts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CustomerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Role = table.Column<int>(type: "INTEGER", nullable: true),
                    Preferred = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contacts_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CustomerMerges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SurvivorId = table.Column<long>(type: "INTEGER", nullable: false),
                    GoneId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    After = table.Column<string>(type: "TEXT", nullable: false),
                    FirstContactBefore = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FiledBefore = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FiledByBefore = table.Column<long>(type: "INTEGER", nullable: true),
                    Moved = table.Column<string>(type: "TEXT", nullable: false),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneById = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CustomerMerges_Customers_GoneId",
                        column: x => x.GoneId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CustomerMerges_Customers_SurvivorId",
                        column: x => x.SurvivorId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sites",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CustomerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DistanceKm = table.Column<int>(type: "INTEGER", nullable: true),
                    DistanceFromArea = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sites", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sites_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_People_UserId",
                        column: x => x.UserId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_People_UserId",
                        column: x => x.UserId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_People_UserId",
                        column: x => x.UserId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImportBatches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    New = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    Areas = table.Column<string>(type: "TEXT", nullable: false),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneById = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportBatches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportBatches_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    List = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedViews_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContactPhones",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ContactId = table.Column<long>(type: "INTEGER", nullable: false),
                    CustomerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NumberKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactPhones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContactPhones_Contacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "Contacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Assets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SerialNo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SerialKey = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    ProductLine = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Model = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Plate = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Vin = table.Column<string>(type: "TEXT", maxLength: 17, nullable: true),
                    MeterUnit = table.Column<int>(type: "INTEGER", nullable: true),
                    CustomerId = table.Column<long>(type: "INTEGER", nullable: false),
                    SiteId = table.Column<long>(type: "INTEGER", nullable: true),
                    DeliveredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    InstalledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AcceptedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PurchasedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PriceFen = table.Column<long>(type: "INTEGER", nullable: true),
                    InvoiceOnFile = table.Column<bool>(type: "INTEGER", nullable: true),
                    WarrantyCardOnFile = table.Column<bool>(type: "INTEGER", nullable: true),
                    DealerId = table.Column<long>(type: "INTEGER", nullable: true),
                    ServiceMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    ServiceMeter = table.Column<int>(type: "INTEGER", nullable: true),
                    ServiceDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WarrantyPolicy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assets_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assets_Customers_DealerId",
                        column: x => x.DealerId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assets_Sites_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Sites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportedRows",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sheet = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    Mark = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportedRows_ImportBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssetMoves",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssetId = table.Column<long>(type: "INTEGER", nullable: false),
                    MovedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    FromCustomerId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromSiteId = table.Column<long>(type: "INTEGER", nullable: true),
                    ToCustomerId = table.Column<long>(type: "INTEGER", nullable: false),
                    ToSiteId = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssetMoves_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssetMoves_Customers_FromCustomerId",
                        column: x => x.FromCustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssetMoves_Customers_ToCustomerId",
                        column: x => x.ToCustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssetMoves_Sites_FromSiteId",
                        column: x => x.FromSiteId,
                        principalTable: "Sites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssetMoves_Sites_ToSiteId",
                        column: x => x.ToSiteId,
                        principalTable: "Sites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    CustomerId = table.Column<long>(type: "INTEGER", nullable: false),
                    ContactId = table.Column<long>(type: "INTEGER", nullable: true),
                    SiteId = table.Column<long>(type: "INTEGER", nullable: true),
                    AssetId = table.Column<long>(type: "INTEGER", nullable: true),
                    Symptom = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    SymptomText = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SymptomKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    VisitorName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    VisitedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LetterOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LetterSubject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReceivedText = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Impact = table.Column<int>(type: "INTEGER", nullable: true),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    Mode = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    StatusBeforeHold = table.Column<int>(type: "INTEGER", nullable: true),
                    AgentId = table.Column<long>(type: "INTEGER", nullable: true),
                    AgentText = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: true),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CustomerTime = table.Column<long>(type: "INTEGER", nullable: true),
                    CustomerTimeById = table.Column<long>(type: "INTEGER", nullable: true),
                    CustomerTimeSetAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DistanceKm = table.Column<int>(type: "INTEGER", nullable: true),
                    QuoteFirst = table.Column<bool>(type: "INTEGER", nullable: false),
                    QuoteAcceptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedPayer = table.Column<int>(type: "INTEGER", nullable: true),
                    PayerReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PayerById = table.Column<long>(type: "INTEGER", nullable: true),
                    PayerDecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RepliedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReplyHow = table.Column<int>(type: "INTEGER", nullable: true),
                    ArrivedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ResolvedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Resolution = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ResolvedOnSpot = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Reopenings = table.Column<int>(type: "INTEGER", nullable: false),
                    ReopenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Chases = table.Column<int>(type: "INTEGER", nullable: false),
                    ParentId = table.Column<long>(type: "INTEGER", nullable: true),
                    RepeatOfId = table.Column<long>(type: "INTEGER", nullable: true),
                    PolicyId = table.Column<long>(type: "INTEGER", nullable: false),
                    EngineerId = table.Column<long>(type: "INTEGER", nullable: true),
                    EngineerText = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Area = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ProductLine = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Severity = table.Column<int>(type: "INTEGER", nullable: true),
                    Verdict = table.Column<int>(type: "INTEGER", nullable: true),
                    NextDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AtRiskAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Cases_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cases_Contacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "Contacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cases_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cases_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cases_ServicePolicies_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "ServicePolicies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cases_Sites_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Sites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Callbacks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    OpensAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NextCallAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AssigneeId = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Callbacks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Callbacks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    HappenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Facts = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseEvents_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseFacts",
                columns: table => new
                {
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ProductLine = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Model = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    DealerId = table.Column<long>(type: "INTEGER", nullable: true),
                    AgentId = table.Column<long>(type: "INTEGER", nullable: true),
                    CustomerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    EngineerId = table.Column<long>(type: "INTEGER", nullable: true),
                    AssetId = table.Column<long>(type: "INTEGER", nullable: true),
                    SymptomKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Cancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    RepliedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReplyDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ArrivedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ArrivalDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ArrivalExempt = table.Column<bool>(type: "INTEGER", nullable: false),
                    ResolvedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HandlingDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Handling = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Verdict = table.Column<int>(type: "INTEGER", nullable: true),
                    Visits = table.Column<int>(type: "INTEGER", nullable: false),
                    Reopened = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseFacts", x => x.CaseId);
                    table.ForeignKey(
                        name: "FK_CaseFacts_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseHolds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Pauses = table.Column<bool>(type: "INTEGER", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseHolds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseHolds_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseWords",
                columns: table => new
                {
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseWords", x => x.CaseId);
                    table.ForeignKey(
                        name: "FK_CaseWords_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Complaints",
                columns: table => new
                {
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Severity = table.Column<int>(type: "INTEGER", nullable: false),
                    AnsweredOnSpot = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReportedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReportedToId = table.Column<long>(type: "INTEGER", nullable: true),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Solution = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    SolutionKnownAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SolutionToldAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Handling = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Verdict = table.Column<int>(type: "INTEGER", nullable: true),
                    JudgedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    VerdictWords = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Complaints", x => x.CaseId);
                    table.ForeignKey(
                        name: "FK_Complaints_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Components",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssetId = table.Column<long>(type: "INTEGER", nullable: false),
                    WithinId = table.Column<long>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    PartNo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Assembly = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    FittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RemovedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RemovedFor = table.Column<int>(type: "INTEGER", nullable: true),
                    ReplacedById = table.Column<long>(type: "INTEGER", nullable: true),
                    WarrantyFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WarrantyMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Components", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Components_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Components_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Components_Components_ReplacedById",
                        column: x => x.ReplacedById,
                        principalTable: "Components",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Components_Components_WithinId",
                        column: x => x.WithinId,
                        principalTable: "Components",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContactLogs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Incoming = table.Column<bool>(type: "INTEGER", nullable: false),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CustomerId = table.Column<long>(type: "INTEGER", nullable: true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: true),
                    NoCaseReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactLogs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContactLogs_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContactLogs_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HandOffs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Department = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    AskedById = table.Column<long>(type: "INTEGER", nullable: true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ToldAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredById = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandOffs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HandOffs_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeterReadings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssetId = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Value = table.Column<int>(type: "INTEGER", nullable: false),
                    Before = table.Column<int>(type: "INTEGER", nullable: false),
                    MeterReplaced = table.Column<bool>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeterReadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeterReadings_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeterReadings_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: true),
                    Facts = table.Column<string>(type: "TEXT", nullable: true),
                    UniqueKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notifications_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Notifications_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Promises",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    DistanceKm = table.Column<int>(type: "INTEGER", nullable: true),
                    StartAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Target = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Paused = table.Column<bool>(type: "INTEGER", nullable: false),
                    MetAt = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Reached = table.Column<int>(type: "INTEGER", nullable: false),
                    NextStage = table.Column<int>(type: "INTEGER", nullable: false),
                    NextStageAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ExemptionReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ExemptionNote = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ExemptionById = table.Column<long>(type: "INTEGER", nullable: true),
                    ExemptionApprovedById = table.Column<long>(type: "INTEGER", nullable: true),
                    LateReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Promises", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Promises_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SatisfactionAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Dissatisfied = table.Column<bool>(type: "INTEGER", nullable: false),
                    CallbackId = table.Column<long>(type: "INTEGER", nullable: true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    CorrectsId = table.Column<long>(type: "INTEGER", nullable: true),
                    CorrectionReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Replaced = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SatisfactionAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SatisfactionAnswers_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkOrders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    EngineerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Instructions = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    AssignedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CompletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HeadquartersCalledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HeadquartersConfirmedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkOrders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkOrders_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkOrders_People_EngineerId",
                        column: x => x.EngineerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CallbackAttempts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CallbackId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    CallerId = table.Column<long>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    CallAgainAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallbackAttempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CallbackAttempts_Callbacks_CallbackId",
                        column: x => x.CallbackId,
                        principalTable: "Callbacks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Attachments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: true),
                    WorkOrderId = table.Column<long>(type: "INTEGER", nullable: true),
                    AssetId = table.Column<long>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    FileKind = table.Column<int>(type: "INTEGER", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AddedById = table.Column<long>(type: "INTEGER", nullable: true),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedById = table.Column<long>(type: "INTEGER", nullable: true),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RemoveReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attachments", x => x.Id);
                    table.CheckConstraint("CK_Attachments_Owner", "(\"CaseId\" IS NULL) <> (\"AssetId\" IS NULL) AND (\"WorkOrderId\" IS NULL OR \"CaseId\" IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_Attachments_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Attachments_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Attachments_WorkOrders_WorkOrderId",
                        column: x => x.WorkOrderId,
                        principalTable: "WorkOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ServiceReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    WorkOrderId = table.Column<long>(type: "INTEGER", nullable: true),
                    ConfirmedSymptom = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ConfirmedSymptomText = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CauseText = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Remedy = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    LabourMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    MeterValue = table.Column<int>(type: "INTEGER", nullable: true),
                    MeterReplaced = table.Column<bool>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    FoundBeyond = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Score = table.Column<int>(type: "INTEGER", nullable: true),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Signature = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SignedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NoSignatureReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    NoSignaturePicture = table.Column<byte[]>(type: "BLOB", nullable: true),
                    NoSignatureApprovedById = table.Column<long>(type: "INTEGER", nullable: true),
                    CompletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ServiceReports_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ServiceReports_WorkOrders_WorkOrderId",
                        column: x => x.WorkOrderId,
                        principalTable: "WorkOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Visits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WorkOrderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    EngineerId = table.Column<long>(type: "INTEGER", nullable: false),
                    DepartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ArrivedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ArrivalEnteredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ArrivalConfirmedById = table.Column<long>(type: "INTEGER", nullable: true),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Ending = table.Column<int>(type: "INTEGER", nullable: true),
                    UnfinishedReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Appointment_From = table.Column<long>(type: "INTEGER", nullable: false),
                    Appointment_Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Appointment_To = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Visits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Visits_WorkOrders_WorkOrderId",
                        column: x => x.WorkOrderId,
                        principalTable: "WorkOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChecklistAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ServiceReportId = table.Column<long>(type: "INTEGER", nullable: false),
                    ChecklistId = table.Column<long>(type: "INTEGER", nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Result = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChecklistAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChecklistAnswers_ServiceReports_ServiceReportId",
                        column: x => x.ServiceReportId,
                        principalTable: "ServiceReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReportParts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ServiceReportId = table.Column<long>(type: "INTEGER", nullable: false),
                    PartNo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    OldSerial = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    NewSerial = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Assembly = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    KeepsInner = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportParts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportParts_ServiceReports_ServiceReportId",
                        column: x => x.ServiceReportId,
                        principalTable: "ServiceReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Areas_Code_ValidFrom",
                table: "Areas",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AssetMoves_AssetId_MovedOn_Id",
                table: "AssetMoves",
                columns: new[] { "AssetId", "MovedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetMoves_FromCustomerId",
                table: "AssetMoves",
                column: "FromCustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_AssetMoves_FromSiteId",
                table: "AssetMoves",
                column: "FromSiteId");

            migrationBuilder.CreateIndex(
                name: "IX_AssetMoves_ToCustomerId",
                table: "AssetMoves",
                column: "ToCustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_AssetMoves_ToSiteId",
                table: "AssetMoves",
                column: "ToSiteId");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_CustomerId",
                table: "Assets",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_DealerId",
                table: "Assets",
                column: "DealerId");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_Model_Id_ServiceDueOn",
                table: "Assets",
                columns: new[] { "Model", "Id", "ServiceDueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_Plate",
                table: "Assets",
                column: "Plate",
                unique: true,
                filter: "\"Plate\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProductLine_Model_Id",
                table: "Assets",
                columns: new[] { "ProductLine", "Model", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProductLine_SerialNo_Id",
                table: "Assets",
                columns: new[] { "ProductLine", "SerialNo", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProductLine_ServiceDueOn_Id",
                table: "Assets",
                columns: new[] { "ProductLine", "ServiceDueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_SerialKey",
                table: "Assets",
                column: "SerialKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assets_SerialNo",
                table: "Assets",
                column: "SerialNo",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ServiceDueOn_Id",
                table: "Assets",
                columns: new[] { "ServiceDueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_SiteId",
                table: "Assets",
                column: "SiteId");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_Vin",
                table: "Assets",
                column: "Vin",
                unique: true,
                filter: "\"Vin\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_AssetId",
                table: "Attachments",
                column: "AssetId");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_CaseId",
                table: "Attachments",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_Hash",
                table: "Attachments",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_WorkOrderId",
                table: "Attachments",
                column: "WorkOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Entity_At",
                table: "AuditEntries",
                columns: new[] { "Entity", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Entity_EntityKey_Id",
                table: "AuditEntries",
                columns: new[] { "Entity", "EntityKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_PersonId_Id",
                table: "AuditEntries",
                columns: new[] { "PersonId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CallbackAttempts_CallbackId_At",
                table: "CallbackAttempts",
                columns: new[] { "CallbackId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_CaseId_Round_State",
                table: "Callbacks",
                columns: new[] { "CaseId", "Round", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_EndsAt",
                table: "Callbacks",
                columns: new[] { "EndsAt", "Id", "CaseId", "AnsweredAt", "State", "Area", "AssigneeId", "Round" });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_Pending",
                table: "Callbacks",
                columns: new[] { "EndsAt", "Id", "State", "NextCallAt", "Area", "AssigneeId", "Round" },
                filter: "\"State\" IN (1, 2)");

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_State_NextCallAt",
                table: "Callbacks",
                columns: new[] { "State", "NextCallAt" },
                filter: "\"State\" IN (1, 2)");

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_Unanswered",
                table: "Callbacks",
                columns: new[] { "State", "EndsAt", "Id", "Area", "AssigneeId", "Round" },
                filter: "\"State\" IN (4, 6)");

            migrationBuilder.CreateIndex(
                name: "IX_CaseEvents_CaseId",
                table: "CaseEvents",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_AssetId_SymptomKey_OpenedAt",
                table: "CaseFacts",
                columns: new[] { "AssetId", "SymptomKey", "OpenedAt" },
                filter: "\"AssetId\" IS NOT NULL AND \"SymptomKey\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_Complaints_Closed",
                table: "CaseFacts",
                columns: new[] { "ClosedAt", "OpenedAt" },
                filter: "\"Type\" = 11");

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_OpenedAt",
                table: "CaseFacts",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_Repaired_Line",
                table: "CaseFacts",
                columns: new[] { "ProductLine", "SymptomKey", "ResolvedAt", "CaseId" },
                filter: "\"SymptomKey\" <> '' AND \"ResolvedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_Repaired_Model",
                table: "CaseFacts",
                columns: new[] { "Model", "SymptomKey", "ResolvedAt", "CaseId" },
                filter: "\"SymptomKey\" <> '' AND \"ResolvedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_ResolvedAt_OpenedAt",
                table: "CaseFacts",
                columns: new[] { "ResolvedAt", "OpenedAt" },
                filter: "\"ResolvedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseHolds_CaseId",
                table: "CaseHolds",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_AssetId_OpenedAt",
                table: "Cases",
                columns: new[] { "AssetId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Complaints",
                table: "Cases",
                columns: new[] { "OpenedAt", "Id", "Status", "OwnerId", "Area", "Severity", "Verdict" },
                filter: "\"Type\" = 11");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ContactId",
                table: "Cases",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_CustomerId_OpenedAt_Status_Type",
                table: "Cases",
                columns: new[] { "CustomerId", "OpenedAt", "Status", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Engineer",
                table: "Cases",
                columns: new[] { "EngineerId", "OpenedAt", "Id", "Status" },
                filter: "\"EngineerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Number",
                table: "Cases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Open_Due",
                table: "Cases",
                columns: new[] { "NextDueAt", "Id", "OpenedAt", "AtRiskAt", "Status", "Type", "Priority", "Channel", "Area", "ProductLine", "Symptom", "EngineerId", "OwnerId", "Mode" },
                filter: "\"Status\" IN (1, 2, 3, 4, 7, 8)");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Open_Engineer",
                table: "Cases",
                columns: new[] { "EngineerId", "NextDueAt", "Id", "Status" },
                filter: "\"Status\" IN (1, 2, 3, 4, 7, 8)");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Open_Owner",
                table: "Cases",
                columns: new[] { "OwnerId", "NextDueAt", "Id", "Status" },
                filter: "\"Status\" IN (1, 2, 3, 4, 7, 8)");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Opened",
                table: "Cases",
                columns: new[] { "OpenedAt", "Id", "Status", "Type", "Priority", "Channel", "Area", "ProductLine", "Symptom", "EngineerId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ParentId",
                table: "Cases",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_PolicyId",
                table: "Cases",
                column: "PolicyId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_SiteId",
                table: "Cases",
                column: "SiteId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Symptom",
                table: "Cases",
                columns: new[] { "Symptom", "OpenedAt", "Id", "Area" },
                filter: "\"Symptom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistAnswers_ServiceReportId_Item",
                table: "ChecklistAnswers",
                columns: new[] { "ServiceReportId", "Item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Checklists_Code_ValidFrom",
                table: "Checklists",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Components_AssetId",
                table: "Components",
                column: "AssetId");

            migrationBuilder.CreateIndex(
                name: "IX_Components_CaseId",
                table: "Components",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Components_ReplacedById",
                table: "Components",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_Components_WithinId",
                table: "Components",
                column: "WithinId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactLogs_At",
                table: "ContactLogs",
                columns: new[] { "At", "Id", "Channel", "Incoming", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactLogs_CaseId",
                table: "ContactLogs",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactLogs_CustomerId_At",
                table: "ContactLogs",
                columns: new[] { "CustomerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactLogs_Incoming_Channel",
                table: "ContactLogs",
                columns: new[] { "Channel", "At", "Id", "PersonId" },
                filter: "\"Incoming\"");

            migrationBuilder.CreateIndex(
                name: "IX_ContactLogs_Letters",
                table: "ContactLogs",
                columns: new[] { "At", "Id", "Channel", "PersonId" },
                filter: "\"Channel\" IN (3, 5)");

            migrationBuilder.CreateIndex(
                name: "IX_ContactLogs_NoCase",
                table: "ContactLogs",
                column: "At",
                filter: "\"CaseId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContactLogs_PersonId_At",
                table: "ContactLogs",
                columns: new[] { "PersonId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactPhones_ContactId",
                table: "ContactPhones",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactPhones_CustomerId",
                table: "ContactPhones",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactPhones_NumberKey",
                table: "ContactPhones",
                column: "NumberKey");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_CustomerId",
                table: "Contacts",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_CustomerMerges_GoneId",
                table: "CustomerMerges",
                column: "GoneId");

            migrationBuilder.CreateIndex(
                name: "IX_CustomerMerges_SurvivorId",
                table: "CustomerMerges",
                column: "SurvivorId");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Anonymity",
                table: "Customers",
                columns: new[] { "MergedIntoId", "AnonymityAskedAt", "Id" },
                filter: "\"AnonymityAskedAt\" IS NOT NULL AND \"AnonymousAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Area",
                table: "Customers",
                columns: new[] { "MergedIntoId", "Area", "NameKey", "Id", "Kind", "Tier", "FirstContactOn", "FiledOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Code",
                table: "Customers",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Contacted",
                table: "Customers",
                columns: new[] { "MergedIntoId", "FirstContactOn", "Id", "Area", "Kind", "Tier" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_FirstContactOn",
                table: "Customers",
                column: "FirstContactOn",
                filter: "\"FirstContactOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Kind",
                table: "Customers",
                columns: new[] { "MergedIntoId", "Kind", "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Listed",
                table: "Customers",
                columns: new[] { "MergedIntoId", "NameKey", "Id", "Area", "Kind", "Tier", "FirstContactOn", "FiledOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_NextServiceOn",
                table: "Customers",
                column: "NextServiceOn",
                filter: "\"NextServiceOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_NextTalkOn",
                table: "Customers",
                column: "NextTalkOn",
                filter: "\"NextTalkOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Tier",
                table: "Customers",
                columns: new[] { "MergedIntoId", "Tier", "NameKey", "Id", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Unfiled",
                table: "Customers",
                columns: new[] { "MergedIntoId", "FirstContactOn", "Id", "FiledOn" },
                filter: "\"FirstContactOn\" IS NOT NULL AND \"FiledOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_PersonId_Form_SavedAt",
                table: "Drafts",
                columns: new[] { "PersonId", "Form", "SavedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_HandOffs_CaseId",
                table: "HandOffs",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_HandOffs_Open",
                table: "HandOffs",
                column: "DueAt",
                filter: "\"AnsweredAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_HeadMemories_Sheet_HeadKey",
                table: "HeadMemories",
                columns: new[] { "Sheet", "HeadKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_PersonId",
                table: "ImportBatches",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportedRows_BatchId_Sheet_SubjectId",
                table: "ImportedRows",
                columns: new[] { "BatchId", "Sheet", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportedRows_Sheet_SubjectId",
                table: "ImportedRows",
                columns: new[] { "Sheet", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_KeptFiles_At",
                table: "KeptFiles",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_KeptFiles_PersonId_Hash",
                table: "KeptFiles",
                columns: new[] { "PersonId", "Hash" });

            migrationBuilder.CreateIndex(
                name: "IX_MeterReadings_AssetId_ReadOn_Id",
                table: "MeterReadings",
                columns: new[] { "AssetId", "ReadOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MeterReadings_CaseId",
                table: "MeterReadings",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_CaseId",
                table: "Notifications",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_PersonId_ReadAt_Id",
                table: "Notifications",
                columns: new[] { "PersonId", "ReadAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_UniqueKey",
                table: "Notifications",
                column: "UniqueKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PayerTables_Code_ValidFrom",
                table: "PayerTables",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "People",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_People_Role",
                table: "People",
                column: "Role");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "People",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProductLines_Code_ValidFrom",
                table: "ProductLines",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Promises_CaseId_Kind",
                table: "Promises",
                columns: new[] { "CaseId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Promises_ExemptionAsked",
                table: "Promises",
                column: "ExemptionReason",
                filter: "\"ExemptionReason\" IS NOT NULL AND \"ExemptionApprovedById\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Promises_NextStageAt",
                table: "Promises",
                column: "NextStageAt",
                filter: "\"NextStageAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReportParts_ServiceReportId",
                table: "ReportParts",
                column: "ServiceReportId");

            migrationBuilder.CreateIndex(
                name: "IX_SatisfactionAnswers_AnsweredAt",
                table: "SatisfactionAnswers",
                columns: new[] { "AnsweredAt", "CaseId", "RecordedAt", "Source", "Score", "Replaced" });

            migrationBuilder.CreateIndex(
                name: "IX_SatisfactionAnswers_CaseId",
                table: "SatisfactionAnswers",
                columns: new[] { "CaseId", "AnsweredAt", "RecordedAt", "Source", "Replaced" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_List_OwnerId_Name",
                table: "SavedViews",
                columns: new[] { "List", "OwnerId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_OwnerId",
                table: "SavedViews",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ScheduledActions_Failed",
                table: "ScheduledActions",
                column: "DueAt",
                filter: "\"State\" = 4");

            migrationBuilder.CreateIndex(
                name: "IX_ScheduledActions_Kind_SubjectId",
                table: "ScheduledActions",
                columns: new[] { "Kind", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_ScheduledActions_Pending",
                table: "ScheduledActions",
                column: "DueAt",
                filter: "\"State\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_ScheduledActions_UniqueKey",
                table: "ScheduledActions",
                column: "UniqueKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchKeys_CustomerId_Tail_Subject_SubjectId",
                table: "SearchKeys",
                columns: new[] { "CustomerId", "Tail", "Subject", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchKeys_SubjectId_Subject",
                table: "SearchKeys",
                columns: new[] { "SubjectId", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchKeys_Tail_Subject_SubjectId_CustomerId",
                table: "SearchKeys",
                columns: new[] { "Tail", "Subject", "SubjectId", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_ServicePolicies_Code_ValidFrom",
                table: "ServicePolicies",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ServiceReports_CaseId",
                table: "ServiceReports",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceReports_Unapproved",
                table: "ServiceReports",
                column: "NoSignatureReason",
                filter: "\"NoSignatureReason\" IS NOT NULL AND \"NoSignatureApprovedById\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceReports_WorkOrderId",
                table: "ServiceReports",
                column: "WorkOrderId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sites_CustomerId",
                table: "Sites",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_Targets_Code_ValidFrom",
                table: "Targets",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Terms_Kind_Code_ValidFrom",
                table: "Terms",
                columns: new[] { "Kind", "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Visits_Planned",
                table: "Visits",
                column: "WorkOrderId",
                filter: "\"Ending\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_Unconfirmed",
                table: "Visits",
                column: "ArrivalEnteredAt",
                filter: "\"ArrivalEnteredAt\" IS NOT NULL AND \"ArrivalConfirmedById\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_WorkOrderId_Ordinal",
                table: "Visits",
                columns: new[] { "WorkOrderId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyPolicies_Code_ValidFrom",
                table: "WarrantyPolicies",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_Begun",
                table: "WorkOrders",
                columns: new[] { "AssignedAt", "Id", "EngineerId", "Status", "Area" },
                filter: "\"Status\" IN (2, 4)");

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_Cancelled",
                table: "WorkOrders",
                columns: new[] { "AssignedAt", "Id", "EngineerId", "Area" },
                filter: "\"Status\" = 6");

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_CaseId",
                table: "WorkOrders",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_Completed",
                table: "WorkOrders",
                columns: new[] { "CompletedAt", "Id", "EngineerId", "Area" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_Completed_Assigned",
                table: "WorkOrders",
                columns: new[] { "AssignedAt", "Id", "EngineerId", "Area" },
                filter: "\"CompletedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_EngineerId_CompletedAt_Id",
                table: "WorkOrders",
                columns: new[] { "EngineerId", "CompletedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_Number",
                table: "WorkOrders",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_Open_Assigned",
                table: "WorkOrders",
                columns: new[] { "AssignedAt", "Id", "Status", "EngineerId", "Area" },
                filter: "\"Status\" IN (1, 2, 3, 4)");

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_Open_Case",
                table: "WorkOrders",
                column: "CaseId",
                filter: "\"Status\" IN (1, 2, 3, 4)");

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_Open_Engineer",
                table: "WorkOrders",
                columns: new[] { "EngineerId", "Id" },
                filter: "\"Status\" IN (1, 2, 3, 4)");

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_Unaccepted",
                table: "WorkOrders",
                columns: new[] { "AssignedAt", "Id", "EngineerId", "Status", "Area" },
                filter: "\"Status\" IN (1, 3)");

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_Unconfirmed",
                table: "WorkOrders",
                column: "HeadquartersCalledAt",
                filter: "\"HeadquartersCalledAt\" IS NOT NULL AND \"HeadquartersConfirmedById\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WriteRequests_At",
                table: "WriteRequests",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Areas");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "AssetMoves");

            migrationBuilder.DropTable(
                name: "Attachments");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "CallbackAttempts");

            migrationBuilder.DropTable(
                name: "CaseEvents");

            migrationBuilder.DropTable(
                name: "CaseFacts");

            migrationBuilder.DropTable(
                name: "CaseHolds");

            migrationBuilder.DropTable(
                name: "CaseWords");

            migrationBuilder.DropTable(
                name: "ChecklistAnswers");

            migrationBuilder.DropTable(
                name: "Checklists");

            migrationBuilder.DropTable(
                name: "Complaints");

            migrationBuilder.DropTable(
                name: "Components");

            migrationBuilder.DropTable(
                name: "ContactLogs");

            migrationBuilder.DropTable(
                name: "ContactPhones");

            migrationBuilder.DropTable(
                name: "CustomerMerges");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "HandOffs");

            migrationBuilder.DropTable(
                name: "HeadMemories");

            migrationBuilder.DropTable(
                name: "ImportedRows");

            migrationBuilder.DropTable(
                name: "KeptFiles");

            migrationBuilder.DropTable(
                name: "MeterReadings");

            migrationBuilder.DropTable(
                name: "Notifications");

            migrationBuilder.DropTable(
                name: "NumberSeries");

            migrationBuilder.DropTable(
                name: "PayerTables");

            migrationBuilder.DropTable(
                name: "ProductLines");

            migrationBuilder.DropTable(
                name: "Promises");

            migrationBuilder.DropTable(
                name: "ReportParts");

            migrationBuilder.DropTable(
                name: "SatisfactionAnswers");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropTable(
                name: "ScheduledActions");

            migrationBuilder.DropTable(
                name: "SearchKeys");

            migrationBuilder.DropTable(
                name: "Targets");

            migrationBuilder.DropTable(
                name: "Terms");

            migrationBuilder.DropTable(
                name: "Visits");

            migrationBuilder.DropTable(
                name: "WarrantyPolicies");

            migrationBuilder.DropTable(
                name: "WriteRequests");

            migrationBuilder.DropTable(
                name: "Callbacks");

            migrationBuilder.DropTable(
                name: "ImportBatches");

            migrationBuilder.DropTable(
                name: "ServiceReports");

            migrationBuilder.DropTable(
                name: "WorkOrders");

            migrationBuilder.DropTable(
                name: "Cases");

            migrationBuilder.DropTable(
                name: "Assets");

            migrationBuilder.DropTable(
                name: "Contacts");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "ServicePolicies");

            migrationBuilder.DropTable(
                name: "Sites");

            migrationBuilder.DropTable(
                name: "Customers");
        }
    }
}
