namespace AfterSales.Core.Messages;

/// <summary>What a pasted message may tell.</summary>
public enum MessagePart
{
    /// <summary>Who writes, or who is to be asked for.</summary>
    Name = 1,

    /// <summary>The number to call back, as written.</summary>
    Phone = 2,

    /// <summary>The firm that has the machine.</summary>
    Firm = 3,

    /// <summary>Where the machine stands.</summary>
    Address = 4,

    /// <summary>设备编号, or its tail.</summary>
    Serial = 5,

    /// <summary>产品型号.</summary>
    Model = 6,

    /// <summary>车牌, in capitals without dot and blanks.</summary>
    Plate = 7,

    /// <summary>车架号, in capitals.</summary>
    Vin = 8,

    /// <summary>The fault in the customer's words.</summary>
    Symptom = 9,

    /// <summary>Further numbers of the message, as written, "、" between each two: whose they are is to be checked.</summary>
    FurtherPhones = 10,
}

/// <summary>
/// One part found in a message; <paramref name="Sure"/> where the message itself says what it is (a label, a shape that nothing
/// else has), else somebody must look at it. <paramref name="Tail"/> where a machine's number is its end alone, which several
/// machines may have and no new one is filed under.
/// </summary>
public sealed record MessageFind(MessagePart Part, string Value, bool Sure, bool Tail = false);
