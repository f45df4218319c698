using System.Globalization;
using System.Text.RegularExpressions;
using BankAdmin.Domain.Operations;
using BankAdmin.Web.Receipts;

namespace BankAdmin.Pdf.Tests;

public sealed class ReceiptTests
{
    [Fact]
    public void A_change_is_told_in_reading_order()
    {
        var reader = Read(Receipts.Change(accounts: 1));
        reader.Pages.Count.ShouldBe(1);
        reader.AllTexts.ShouldBe(
        [
            "青空銀行", "法人インターネットバンキング", "BKGK004", "企業情報変更結果",
            "受付番号", "20261122-000128", "受付日時", "2026年11月23日 00時10分42秒",
            "企業名", "株式会社さくら商事", "実行した利用者", "佐藤　太郎（sakura01）",
            "以下の内容で企業情報を変更しました。変更した項目は3件です。", "変更", " の印と黄色の行で示しています。",
            "企業情報", "項目", "変更前", "変更後", "企業名(カナ)", "ｻｸﾗｼﾖｳｼﾞ(ｶ", "企業名", "株式会社さくら商事",
            "利用可能業務", "振込振替、総合振込、給与・賞与振込、", "口座振替",
            "承認機能の利用有無", "項目", "変更前", "変更後", "振込振替", "承認なし",
            "総合振込", "変更", "シングル承認", "→", "ダブル承認(順序なし)", "メモ", "変更", "前のメモ", "→", "（未設定）",
            "口座一日当たりの限度額", "項目", "変更前", "変更後", "法人営業部 (081) 普通 1234567",
            "振込振替(合計)", "100,000,000円", "振込振替(都度指定)", "変更", "30,000,000円", "→", "50,000,000円",
            "振込振替(事前登録)", "50,000,000円",
            "この帳票は、上記の受付番号の記録から作成しています。", "1 / 1",
        ]);
    }

    [Fact]
    public void A_registration_has_no_before_and_counts_no_changes()
    {
        var texts = Read(Receipts.Registration()).AllTexts;
        texts.ShouldContain("以下の内容で利用者を登録しました。");
        texts.ShouldContain("内容");
        texts.ShouldNotContain("変更前");
        texts.ShouldNotContain("変更");
        texts.ShouldNotContain("空の区分");
    }

    [Fact]
    public void A_comparison_without_a_change_says_so()
    {
        var receipt = Receipts.Change();
        var sections = receipt.Sheet.Sections.Select(
            section => section with { Rows = [.. section.Rows.Select(row => row with { Before = null })] });
        var texts = Read(receipt with { Sheet = receipt.Sheet with { Sections = [.. sections] } }).AllTexts;
        texts.ShouldContain("以下の内容で企業情報を変更しました。変更した項目はありません。");
        texts.ShouldNotContain("→");
    }

    [Fact]
    public void Nothing_stands_before_a_password()
    {
        var sheet = new Sheet(true, [new("パスワード", [new SheetRow("key", "確認用パスワード", "変更する", "", Kind: ValueKind.Secret)])]);
        var texts = Read(Receipts.Change() with { Sheet = sheet }).AllTexts;

        var row = texts.ToList().IndexOf("確認用パスワード");
        texts.Skip(row).Take(3).ShouldBe(["確認用パスワード", "変更", "変更する"]);
    }

    [Fact]
    public void Changed_rows_are_yellow_and_no_others()
    {
        var reader = Read(Receipts.Change(accounts: 2));
        Regex.Matches(reader.Content(0), @"1 0\.953 0\.702 rg\n\S+ \S+ \S+ \S+ re f").Count.ShouldBe(4);
    }

    [Fact]
    public void Figures_end_at_one_place_in_each_column()
    {
        var texts = Read(Receipts.Change(accounts: 2)).Texts(0);
        Ends("50,000,000円").Union(Ends("100,000,000円")).ShouldBe([Math.Round(Length.Mm(174), 1)]);
        Ends("30,000,000円").ShouldBe([Math.Round(Length.Mm(123), 1)]);
        IEnumerable<double> Ends(string text) => texts.Where(shown => shown.Text == text)
            .Select(shown => Math.Round(shown.Right, 1)).Distinct();
    }

    [Fact]
    public void The_longest_amounts_stay_whole_beside_each_other()
    {
        const string most = "999,999,999,999,999円";
        var row = new SheetRow("key", "振込振替(事前登録)", most, Kind: ValueKind.Amount)
        {
            Facts = [new("ceiling", "契約上限", most), new("used", "本日の利用額", most)],
        };
        var texts = Read(Receipts.Change() with { Sheet = new Sheet(false, [new("限度額", [row])]) }).AllTexts.ToList();

        texts.Skip(texts.IndexOf(row.Label)).Take(4).ShouldBe([row.Label, most, most, most]);
    }

    [Fact]
    public void Each_page_names_the_receipt_its_number_and_its_place()
    {
        var reader = Read(Receipts.Change(accounts: 20));
        reader.Pages.Count.ShouldBe(3);
        for (var i = 0; i < 3; i++)
        {
            var texts = reader.Texts(i).Select(text => text.Text).ToList();
            texts.ShouldContain("企業情報変更結果");
            texts.ShouldContain("受付番号");
            texts.ShouldContain("20261122-000128");
            texts.ShouldContain("BKGK004");
            texts[^1].ShouldBe(string.Create(CultureInfo.InvariantCulture, $"{i + 1} / 3"));
            texts.Count(text => text == "口座一日当たりの限度額（続き）").ShouldBe(i == 0 ? 0 : 1);
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(7)]
    public void Nothing_is_drawn_outside_the_margins(int accounts)
    {
        var reader = Read(Receipts.Change(accounts, Receipts.LongName, Receipts.LongName));
        for (var i = 0; i < reader.Pages.Count; i++)
        {
            foreach (var text in reader.Texts(i))
            {
                text.X.ShouldBeGreaterThanOrEqualTo(Length.Mm(18) - 0.01);
                text.Y.ShouldBeInRange(Length.Mm(10), Length.Mm(297 - 13));
                text.Right.ShouldBeLessThanOrEqualTo(Length.Mm(192) + 0.01, text.Text);
            }

            var body = reader.Texts(i).SkipLast(2).Min(text => text.Y);
            body.ShouldBeGreaterThan(Length.Mm(17), "the foot stays clear");
        }
    }

    [Fact]
    public void A_long_name_wraps_and_stays_whole()
    {
        var texts = string.Concat(Read(Receipts.Change(company: Receipts.LongName, user: Receipts.LongName)).AllTexts);
        Regex.Matches(texts, Regex.Escape(Receipts.LongName)).Count.ShouldBe(3, "company, user, and the company in the sheet");
    }

    [Fact]
    public void The_same_receipt_is_the_same_file_in_any_culture()
    {
        var file = ReceiptPdf.Render(Receipts.Change(), Receipts.Bank);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            ReceiptPdf.Render(Receipts.Change(), Receipts.Bank).SequenceEqual(file).ShouldBeTrue();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static PdfReader Read(Domain.Operations.Receipt receipt) => new(ReceiptPdf.Render(receipt, Receipts.Bank));
}
