namespace AfterSales.Web.Drafts;

/// <summary>What js/drafts.js answers when it begins to keep a form: its fields as they are, and the drafts that only the browser has.</summary>
public sealed record BrowserDrafts(Dictionary<string, string> Fields, List<BrowserDraft> Others);

/// <summary>A draft that only the browser has.</summary>
/// <param name="Id">The request id under which it would be saved.</param>
/// <param name="At">When it was typed, in Unix ms.</param>
/// <param name="Fields">What was typed.</param>
public sealed record BrowserDraft(Guid Id, long At, Dictionary<string, string> Fields);
