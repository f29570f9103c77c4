using System.Text;
using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Search;

/// <summary>
/// A typed text as a question to the words of cases: what stands between blanks is a phrase, all of them are wanted, and the
/// last one may be half typed where it ends in letters.
/// </summary>
internal sealed class WordQuery
{
    private const int LeastCharacters = 2;
    private readonly IReadOnlyList<IReadOnlyList<string>> phrases;

    private WordQuery(IReadOnlyList<IReadOnlyList<string>> phrases) => this.phrases = phrases;

    /// <summary>The question; null for a text too short to be one.</summary>
    public static WordQuery? Of(string text)
    {
        var phrases = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(p => (IReadOnlyList<string>)[.. Tokens.Of(p)]).Where(p => p.Count > 0).ToList();
        return phrases.Sum(p => p.Sum(t => t.Length)) < LeastCharacters ? null : new WordQuery(phrases);
    }

    /// <summary>The cases that have them, the newest first.</summary>
    public IQueryable<long> Newest(AfterSalesDb db, int most) => db.Database.IsSqlite()
        ? db.Database.SqlQuery<long>($"""SELECT rowid AS "Value" FROM "CaseWordsIndex" WHERE "CaseWordsIndex" MATCH {Match} ORDER BY rowid DESC LIMIT {most}""")
        : db.Database.SqlQuery<long>($"""SELECT "CaseId" AS "Value" FROM "CaseWords" WHERE "Vector" @@ to_tsquery('simple', {Asked}) ORDER BY "CaseId" DESC LIMIT {most}""");

    /// <summary>Those among some words of cases that have them: what the index finds, asked of one row at a time.</summary>
    public IQueryable<CaseWords> In(IQueryable<CaseWords> rows) => phrases.Aggregate(rows, (found, phrase) =>
    {
        var asked = " " + string.Join(' ', phrase) + (Half && phrase == phrases[^1] ? "" : " ");
        return found.Where(w => (" " + w.Words + " ").Contains(asked));
    });

    /// <summary>For SQLite's FTS5; words are letters and digits alone, so nothing in them asks for anything.</summary>
    private string Match => string.Join(" AND ", phrases.Select(p => $"\"{string.Join(' ', p)}\"")) + (Half ? "*" : "");

    /// <summary>The same for PostgreSQL.</summary>
    private string Asked => string.Join(" & ", phrases.Select(p => $"({string.Join(" <-> ", p.Select(t => $"'{t}'"))}{(Half && p == phrases[^1] ? ":*" : "")})"));

    private bool Half => !Tokens.IsWhole(phrases[^1][^1].EnumerateRunes().First());
}
