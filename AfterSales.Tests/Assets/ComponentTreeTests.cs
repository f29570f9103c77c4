using AfterSales.Core.Assets;
using CsCheck;

namespace AfterSales.Tests.Assets;

/// <summary>Components as a tree.</summary>
public sealed class ComponentTreeTests
{
    [Fact]
    public void Outer_stands_before_inner_and_what_is_in_before_what_was_taken_out()
    {
        var gone = At(4, null, "泵");
        gone.RemovedOn = new(2026, 1, 1);
        var told = ComponentTree.Ordered([At(1, 3, "轴承"), gone, At(2, null, "减速机"), At(3, 2, "箱体")]);

        Assert.Equal([(2L, 0), (3, 1), (1, 2), (4, 0)], told.Select(c => (c.Component.Id, c.Depth)));
    }

    [Fact]
    public void However_components_are_moved_about_none_ever_sits_in_itself_and_none_is_lost() =>
        Gen.Select(Gen.Int[1, 7], Gen.Int[0, 7]).Array[0, 40].Sample(moves =>
        {
            var all = Enumerable.Range(1, 7).Select(i => At(i, null, $"{i}")).ToList();
            foreach (var (which, into) in moves)
            {
                long? within = into == 0 ? null : into;
                if (!ComponentTree.Closes(all, which, within))
                {
                    all[which - 1].WithinId = within;
                }
            }

            return ComponentTree.Ordered(all).Select(c => c.Component.Id).Order().SequenceEqual(all.Select(c => c.Id));
        });

    [Fact]
    public void What_a_broken_file_puts_into_itself_is_shown_and_nobody_goes_round_in_it()
    {
        var all = new[] { At(1, 2, "泵"), At(2, 3, "阀"), At(3, 1, "箱体"), At(4, 4, "轴承"), At(5, 2, "油封"), At(6, null, "减速机") };

        Assert.Equal([1, 2, 3, 4, 5, 6], ComponentTree.Ordered(all).Select(c => c.Component.Id).Order());
        Assert.Equal(6, ComponentTree.Ordered(all)[0].Component.Id);
        Assert.Equal([2, 3, 5], ComponentTree.Inside(all, 1).Select(c => c.Id).Order());
        Assert.Empty(ComponentTree.Inside(all, 4));
        Assert.Equal([2, 3, 1], ComponentTree.Outside(all.ToDictionary(c => c.Id), all[4]).Select(c => c.Id));
        Assert.Empty(ComponentTree.Outside(all.ToDictionary(c => c.Id), all[3]));
    }

    private static Component At(long id, long? within, string name) => new() { Id = id, WithinId = within, Name = name };
}
