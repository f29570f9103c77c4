using System.Text;
using AfterSales.Core.Assets;
using AfterSales.Core.Attachments;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.Customers;

/// <summary>A machine's documents are given to whose it was when they came.</summary>
public sealed class SoldMachineDocumentTests
{
    [Theory, BothDatabases]
    public async Task A_document_of_the_former_owners_time_is_in_his_file_and_not_in_the_buyers(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var seller = await house.KnownCustomer();
        var buyer = await house.KnownCustomer("买主", "13700001111");
        var serial = seller.Asset.SerialNo;
        await Attach(house, serial, "sale-contract.pdf");
        await Move(house, serial, buyer.Customer.Code);
        await Attach(house, serial, "second-contract.pdf");

        Assert.Equal((true, false), await Given(house, seller.Customer.Code));
        Assert.Equal((false, true), await Given(house, buyer.Customer.Code));

        await Move(house, serial, seller.Customer.Code);
        Assert.Equal((true, false), await Given(house, seller.Customer.Code));
        Assert.Equal((false, true), await Given(house, buyer.Customer.Code));
    }

    private static async Task<(bool First, bool Second)> Given(TestHouse house, string code)
    {
        var json = Encoding.UTF8.GetString((await house.As(Role.Manager).Ask((PersonalData d) => d.Export(code))).Json);
        return (json.Contains("sale-contract.pdf", StringComparison.Ordinal), json.Contains("second-contract.pdf", StringComparison.Ordinal));
    }

    private static async Task Attach(TestHouse house, string serial, string name)
    {
        Assert.True((await house.As(Role.Agent).Ask((AttachmentDesk d) => d.AttachToMachine(serial, name, new MemoryStream(Attachments.Samples.Pdf), house.Request))).Ok);
        house.Time.Advance(TimeSpan.FromHours(1));
    }

    private static async Task Move(TestHouse house, string serial, string to)
    {
        var view = await house.As(Role.Agent).Ask((AssetDesk d) => d.Read(serial));
        var form = MoveForm.Of(view.Form.Version, view.CustomerCode, null, house.Clock.Today);
        (form.CustomerCode, form.Reason) = (to, "转让");
        Assert.Empty((await house.As(Role.Agent).Ask((AssetMoving m) => m.Move(serial, form, house.Request))).Problems);
        house.Time.Advance(TimeSpan.FromHours(1));
    }
}
