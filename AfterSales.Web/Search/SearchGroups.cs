using AfterSales.Core.Search;
using AfterSales.Core.Shared;

namespace AfterSales.Web.Search;

/// <summary>The headings under which hits stand.</summary>
public static class SearchGroups
{
    /// <summary>Cases, machines, and customers with their people and phones.</summary>
    public static string Group(this Texts texts, SearchHit hit) =>
        texts["Search.Group." + (hit.Subject is SearchSubject.Case or SearchSubject.Asset ? hit.Subject : SearchSubject.Customer)];
}
