using PhoneNumbers;

namespace AfterSales.Core.Customers;

/// <summary>Numbers compared whatever their spelling: +86, 0086, blanks, dashes, brackets, slashes, an extension.</summary>
public static class PhoneNumber
{
    /// <summary>Longest number kept, in characters.</summary>
    public const int MaxLength = 40;

    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();

    /// <summary>
    /// E.164 digits without "+" ("8653288881234", "8613800138000"), an extension left off; a text that is no number of
    /// the plan gives its bare digits, so that inner lines and service numbers match too; no digit gives "".
    /// </summary>
    public static string Key(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var plain = text.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        if (plain.StartsWith("00", StringComparison.Ordinal))
        {
            plain = "+" + plain[2..];
        }

        try
        {
            var parsed = Util.Parse(plain.Replace('/', '-'), "CN");
            if (Util.IsValidNumber(parsed))
            {
                return Util.Format(parsed, PhoneNumberFormat.E164).TrimStart('+');
            }
        }
        catch (NumberParseException)
        {
            // Not a number of any plan: its digits are the best key there is.
        }

        return string.Concat(plain.Where(char.IsAsciiDigit));
    }

    /// <summary>The number with its middle hidden (138****8000), for those who need not see it.</summary>
    public static string Masked(string number)
    {
        var digits = number.Count(char.IsAsciiDigit);
        if (digits < 7)
        {
            return new string('*', number.Length);
        }

        var seen = 0;
        return string.Concat(number.Select(c =>
            char.IsAsciiDigit(c) && ++seen > digits - 8 && seen <= digits - 4 ? '*' : c));
    }
}
