using AfterSales.Core.Complaints;
using AfterSales.Core.Promises;

namespace AfterSales.Core.Performance;

/// <summary>Everything that the workbook, the PDF summary and the print view of a period say.</summary>
/// <param name="View">The figures, grouped by area.</param>
/// <param name="Engineers">The figures by engineer.</param>
/// <param name="Trend">Twelve months and the period before.</param>
/// <param name="Cases">Every case that any figure counted.</param>
/// <param name="Customers">Every customer that K9 counted.</param>
/// <param name="Symptoms">The commonest symptoms among the cases opened.</param>
/// <param name="Reasons">Why promises were broken; null is "no reason given".</param>
/// <param name="Broken">The promises broken by most.</param>
/// <param name="BrokenCount">How many were broken in all.</param>
/// <param name="Words">What customers said: the least satisfied first, a few satisfied ones last.</param>
public sealed record PerformanceReport(
    PerformanceView View,
    IReadOnlyList<FigureGroup> Engineers,
    Trend Trend,
    IReadOnlyList<CaseLine> Cases,
    IReadOnlyList<CountedRow> Customers,
    IReadOnlyList<SymptomCount> Symptoms,
    IReadOnlyList<ReasonCount> Reasons,
    IReadOnlyList<BrokenPromise> Broken,
    int BrokenCount,
    IReadOnlyList<CustomerWords> Words);

/// <summary>A counted case and what each figure counted of it.</summary>
public sealed record CaseLine(CaseFacts Facts, string Number, string CustomerCode, string Customer, int? Score, IReadOnlyDictionary<FigureKey, Figure> CountedIn);

/// <summary>A symptom (code or words) and how many cases of the period report it.</summary>
public sealed record SymptomCount(string Symptom, int Cases);

/// <summary>How many promises of a kind were broken for a reason.</summary>
public sealed record ReasonCount(PromiseKind Kind, string? Reason, int Count);

/// <summary>A broken promise; <paramref name="Given"/> is null while it is still owed.</summary>
public sealed record BrokenPromise(string Number, string Customer, string? Area, PromiseKind Kind, DateTimeOffset Due, DateTimeOffset? Given, TimeSpan Late, string? Reason);

/// <summary>What a customer said with a score, or with the verdict on a complaint.</summary>
public sealed record CustomerWords(string Number, string Customer, int? Score, Verdict? Verdict, string Words);
