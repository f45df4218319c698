using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Credentials.Shared;
using BankAdmin.Web.Features.Users.ChooseUsers;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Wizards;

namespace BankAdmin.Web.Features.Credentials.RevokeTokens;

/// <summary>トークンの失効: the emergency brake for a lost phone (rule: spec credentials.md §3).</summary>
[Wizard("revoke-tokens", "/credentials/revoke-tokens", "BRSK026")]
public sealed class RevokeTokensWizard(TokenParts parts, BankParameters bank)
    : TokenHoldersWizard(parts, Listing, UserAct.RevokeToken, TokenState.Active, TokenState.Suspended)
{
    private static readonly ChoiceList Listing = new(
        ScreenCatalogue.RevokeTokens, ChoiceKind.Several, "トークン状態",
        "トークンを失効させる利用者を選び、「次へ」ボタンを押してください。スマートフォンの紛失や機種変更のときに行います。")
    {
        Notes = ["失効させると、その利用者のアプリに表示される番号は、ただちに使えなくなります。元に戻すことはできません。"],
    };

    public override Operation Operation => OperationCatalogue.RevokeTokens;

    public override string Act => "失効";

    public override WizardScreens Screens { get; } =
        new(ScreenCatalogue.RevokeTokensResult, ScreenCatalogue.RevokeTokensConfirm, "内容確認", "失効完了");

    public override string? NextThing =>
        $"失効から{bank.TokenWaitMinutes}分が過ぎると、その利用者が次にログインしたときに、新しい端末の利用登録が案内されます。";

    public override WizardWords Words(ChosenUsers subject) => new("以下の利用者のトークンを失効させます。", "以下の利用者のトークンを失効させました。")
    {
        Execute = new ExecuteButton("失効", "revoke") { Destroys = true },
        Caution = "当行の行員や警察官が、電話でトークンの失効や再登録をお願いすることはありません。頼まれたときは実行せず、ヘルプデスクへご確認ください。",
    };

    public override StepUp StepUpFor(ChosenUsers subject) => subject.Company.ForUsers();

    protected override string After(string choice) => TokenState.Revoked.Name().ToString();

    protected override string? NoteOn(Person actor, UserRow row) =>
        row.Id == actor.Id ? "あなた自身です。失効させると、登録し直すまで、番号が必要な操作を実行できません。" : null;

    protected override void ApplyTo(User user, Person actor)
    {
        user.RevokeToken(actor, Now);
        Parts.Codes.ForgetWithSave(user.Id);
    }
}
