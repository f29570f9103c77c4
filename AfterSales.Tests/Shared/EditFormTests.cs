using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.Shared;

public sealed class EditFormTests
{
    [Fact]
    public void What_the_form_does_not_show_is_no_conflict()
    {
        var form = Stored(version: 1, "旧名");

        Assert.Empty(form.Conflicts(Stored(version: 2, "旧名"), "孙丽"));
    }

    [Fact]
    public void A_form_that_was_loaded_later_than_its_version_is_compared_field_by_field()
    {
        var draft = Stored(version: 2, "他改的");
        (draft.Version, draft.Name) = (1, "草稿里的");

        var conflict = Assert.Single(draft.Conflicts(Stored(version: 2, "他改的"), "孙丽"));

        Assert.Equal(("Shared.ChangedByOther", "Name", "他改的", "孙丽"), (conflict.Code, conflict.Field, conflict.Args[0], conflict.Args[1]));
    }

    /// <summary>A draft brings back the version that it was typed on into a form with the values of now.</summary>
    [Fact]
    public async Task A_draft_taken_up_overwrites_nobody_without_a_word()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        var (typed, theirs) = (await Form(house, number), await Form(house, number));
        theirs.Description = "他改的";
        Assert.True((await Edit(house, People.OtherAgent, number, theirs)).Ok);
        var draft = await Form(house, number);
        (draft.Version, draft.Description) = (typed.Version, "草稿里的");

        var refused = await Edit(house, People.Agent, number, draft);
        draft.Rebase(await Form(house, number));

        var conflict = Assert.Single(refused.Problems);
        Assert.Equal(("Shared.ChangedByOther", "Description", "他改的"), (conflict.Code, conflict.Field, conflict.Args[0]));
        Assert.True((await Edit(house, People.Agent, number, draft)).Ok);
    }

    /// <summary>A field that nobody compares would be lost without a word.</summary>
    [Fact]
    public void A_form_with_a_field_that_cannot_be_compared_is_refused_at_once()
    {
        Assert.Throws<TypeInitializationException>(() => new ArrayForm().Freshly());
        Assert.Throws<TypeInitializationException>(() => new NestedForm().Freshly());
        Assert.Throws<TypeInitializationException>(() => new NestedLineForm().Freshly());
    }

    private sealed class ArrayForm : EditForm<ArrayForm>
    {
        public string[] Words { get; set; } = [];
    }

    private sealed class NestedForm : EditForm<NestedForm>
    {
        public ContactForm? Contact { get; set; }
    }

    private sealed class NestedLineForm : EditForm<NestedLineForm>
    {
        public List<Line> Lines { get; set; } = [];

        public sealed class Line
        {
            public ContactForm? Contact { get; set; }
        }
    }

    private static CustomerForm Stored(int version, string name) => new CustomerForm { Version = version, Name = name, Area = "north" }.Freshly();

    private static Task<CaseEditForm> Form(TestHouse house, string number) => house.As(Role.Agent).Ask((CaseEditing e) => e.FormOf(number));

    private static Task<Result> Edit(TestHouse house, long who, string number, CaseEditForm form) =>
        house.As(People.Actor(who)).Ask((CaseEditing e) => e.Edit(number, form, Guid.NewGuid()));
}
