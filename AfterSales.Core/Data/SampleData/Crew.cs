using AfterSales.Core.Identity;

namespace AfterSales.Core.Data.SampleData;

/// <summary>
/// Engineers for so many visits: nobody can be at two places at once, so a firm with more cases has more of them. They
/// have no password, so nobody can sign in as one.
/// </summary>
internal static class Crew
{
    private const double VisitsPerCase = 0.65;
    private const double VisitsADay = 0.7;
    private const int WorkingDays = 26;

    /// <summary>Those that the plan needs beyond the ones who are there.</summary>
    public static IReadOnlyList<Person> Hire(SampleSetting setting, SamplePlan plan, Dice dice, long firstId)
    {
        var (all, hired) = (Places.Cities.Sum(c => c.Weight), new List<Person>());
        foreach (var area in Places.Cities.GroupBy(c => c.Area))
        {
            var visits = VisitsPerCase * plan.Cases / (plan.Months * WorkingDays) * area.Sum(c => c.Weight) / all;
            for (var missing = (int)Math.Ceiling(visits / VisitsADay) - setting.Engineers.Count(e => e.Area == area.Key); missing > 0; missing--)
            {
                hired.Add(Row(firstId + hired.Count, Persons.Name(dice), area.Key));
            }
        }

        return hired;
    }

    private static Person Row(long id, string name, string area) => new()
    {
        Id = id,
        UserName = $"field{id}",
        NormalizedUserName = $"FIELD{id}",
        Name = name,
        Role = Role.Engineer,
        Area = area,
        LockoutEnabled = true,
        SecurityStamp = $"field{id}",
        ConcurrencyStamp = $"field{id}",
    };
}
