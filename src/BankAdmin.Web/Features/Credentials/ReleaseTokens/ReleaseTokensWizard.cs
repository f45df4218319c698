using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Web.Features.Credentials.Shared;
using BankAdmin.Web.Features.Users.ChooseUsers;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Wizards;

namespace BankAdmin.Web.Features.Credentials.ReleaseTokens;

/// <summary>ワンタイムパスワード利用停止解除 (rule: spec credentials.md §3).</summary>
[Wizard("release-tokens", "/credentials/release-tokens", "BRSK024")]
public sealed class ReleaseTokensWizard(TokenParts parts)
    : TokenHoldersWizard(parts, Listing, UserAct.ReleaseOneTimePassword, TokenState.Suspended)
{
    private static readonly ChoiceList Listing = new(
        ScreenCatalogue.ReleaseTokens, ChoiceKind.Several, "トークン状態",
        "ワンタイムパスワードの利用停止を解除する利用者を選び、「次へ」ボタンを押してください。")
    {
        Notes = ["選べるのは、番号の誤りが続いて利用停止になった利用者です。解除すると、これまでと同じアプリの番号を使えるようになります。"],
    };

    public override Operation Operation => OperationCatalogue.ReleaseTokens;

    public override string Act => "解除";

    public override WizardScreens Screens { get; } =
        new(ScreenCatalogue.ReleaseTokensResult, ScreenCatalogue.ReleaseTokensConfirm, "内容確認", "解除完了");

    public override WizardWords Words(ChosenUsers subject) =>
        new("以下の利用者のワンタイムパスワードの利用停止を解除します。", "以下の利用者のワンタイムパスワードの利用停止を解除しました。")
        {
            Execute = new ExecuteButton("解除", "release"),
            Caution = "番号の誤りが続いた理由を、本人に直接確かめてください。当行の行員が電話で解除をお願いすることはありません。",
        };

    protected override string After(string choice) => TokenState.Active.Name().ToString();

    protected override void ApplyTo(User user, Person actor)
    {
        user.ReleaseToken(actor);
        Context.AfterRows(_ => Parts.Counters.ClearAsync(user.Id, EntryKind.Code));
    }
}
