namespace BankAdmin.Web.Wizards;

/// <summary>What the page of a failure may say of the input: the draft keeps it, whatever became of this request.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KeepsInputAttribute(string sentence) : Attribute
{
    /// <summary>Nothing was typed here, so that the draft holds all.</summary>
    public const string Whole = "入力した内容は残っています。";

    /// <summary>What was typed here may not have been saved: the page of the failure holds it, to be sent again.</summary>
    public const string OnThisPage = "入力した内容はこの画面に残っています。";

    public string Sentence => sentence;
}
