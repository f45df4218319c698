using System.Globalization;
using System.Text.RegularExpressions;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Web.Receipts;

namespace BankAdmin.Pdf.Tests;

/// <summary>利用者権限一覧 on paper.</summary>
public sealed class MatrixTests
{
    private const string LongName = "アレクサンドリア　マクシミリアーノヴナ　フォン　ホーエンツォ";

    private static readonly double Left = Length.Mm(13);
    private static readonly double Edge = Length.Mm(297 - 13);

    [Fact]
    public void Every_page_lies_and_repeats_title_number_and_heads()
    {
        var receipt = Receipts.Rights(100);
        var reader = Read(receipt);
        reader.Pages.Count.ShouldBe(4);
        for (var i = 0; i < reader.Pages.Count; i++)
        {
            reader.Object(reader.Pages[i]).ShouldContain("/MediaBox[0 0 841.89 595.276]");
            var texts = reader.Texts(i);
            var flat = string.Concat(texts.Select(text => text.Text));
            foreach (var right in Rights.All)
            {
                texts.Count(text => text.Text == right.Name)
                    .ShouldBe(Rights.All.Count(other => other.Name == right.Name) + ItemsCalled(right.Name), right.FullName);
                flat.ShouldContain(right.Item);
            }

            foreach (var head in (string[])["青空銀行", "BRSK040", "利用者権限一覧", "受付番号", "20261122-000128", .. receipt.Matrix!.Heads()])
            {
                texts.ShouldContain(text => text.Text == head, head);
            }

            texts[^1].Text.ShouldBe(string.Create(CultureInfo.InvariantCulture, $"{i + 1} / 4"));
        }

        static int ItemsCalled(string name) => Rights.All.Select(right => right.Item).Distinct().Count(item => item == name);
    }

    [Fact]
    public void A_thousand_users_stand_there_once_each_with_all_their_rights()
    {
        var receipt = Receipts.Rights(1_000);
        var rows = Rows(receipt);
        rows.Select(row => row[0]).ShouldBe(receipt.Matrix!.Rows.Select(row => row.LoginId));
        rows.Zip(receipt.Matrix.Rows).ShouldAllBe(
            pair => string.Concat(pair.First.TakeLast(Rights.All.Count)) == pair.Second.Held.Replace('1', '●').Replace('0', '・'));
        Read(receipt).Pages.Count.ShouldBeLessThan(40);
    }

    [Fact]
    public void A_mark_stands_in_the_middle_under_the_head_of_its_right()
    {
        var texts = Read(Receipts.Rights(3)).Texts(0);
        var heads = texts.Where(text => text.Down).TakeLast(Rights.All.Count).ToList();
        heads.Select(head => head.Text).ShouldBe(Rights.All.Select(right => right.Name));
        var marks = texts.SkipWhile(text => text.Text != "sakura000001").Where(text => text.Text == "●").Take(Rights.All.Count).ToList();
        marks.Count.ShouldBe(Rights.All.Count);
        foreach (var (head, mark) in heads.Zip(marks))
        {
            // The first character of a head is as wide as it is high: 7 points.
            ((mark.X + mark.Right) / 2).ShouldBe(head.X + 3.5, 0.05, head.Text);
        }
    }

    [Fact]
    public void Long_names_and_states_wrap_within_their_columns_and_stay_whole()
    {
        var receipt = Receipts.Rights(20, LongName);
        var reader = Read(receipt);
        string.Concat(Rows(receipt)[8].Take(8)).ShouldBe($"sakura000009{LongName}一般ユーザログインパスワード一時停止●");
        for (var i = 0; i < reader.Pages.Count; i++)
        {
            var texts = reader.Texts(i);
            var columns = texts.Where(text => receipt.Matrix!.Heads().Contains(text.Text))
                .Select(text => text.X).Append(texts.First(text => text.Text == "●").X).ToList();
            foreach (var text in texts.SkipWhile(text => text.Text[0] != 's').SkipLast(2).Where(text => text.Text is not ("●" or "・")))
            {
                columns.ShouldContain(x => Math.Abs(x - text.X) < 0.01, text.Text);
                text.Right.ShouldBeLessThan(columns.First(x => x > text.X + 0.1), text.Text);
            }

            texts.ShouldAllBe(
                text => text.X > Left - 0.01 && text.Y > Length.Mm(10) && (text.Down ? text.X < Edge - 7 : text.Right < Edge + 0.01));
        }
    }

    [Fact]
    public void Its_structure_is_one_table_of_two_head_rows_and_a_row_a_user()
    {
        var reader = Read(Receipts.Rights(60));
        var root = reader.Object(PdfReader.Reference(reader.Catalog, "StructTreeRoot"));
        var table = Kids(reader, reader.Object(PdfReader.Reference(root, "K")))
            .Single(kid => kid.Contains("/S/Table", StringComparison.Ordinal));
        var rows = Kids(reader, table);
        rows.Count.ShouldBe(2 + 60);
        var items = Kids(reader, rows[0]);
        items.Sum(cell => Regex.Match(cell, @"/ColSpan (\d+)") is { Success: true } span
            ? int.Parse(span.Groups[1].Value, CultureInfo.InvariantCulture) : 1).ShouldBe(4 + Rights.All.Count);
        items.Concat(Kids(reader, rows[1])).ShouldAllBe(cell => cell.Contains("/S/TH") && cell.Contains("/Scope/Column"));
        Kids(reader, rows[1]).Count.ShouldBe(4 + Rights.All.Count);
        rows.Skip(2).ShouldAllBe(row => Kids(reader, row).Count == 4 + Rights.All.Count
            && Kids(reader, row)[0].Contains("/S/TH") && Kids(reader, row)[0].Contains("/Scope/Row"));

        // What is repeated is told once to a screen reader.
        reader.Texts(1).Where(text => text.Down).ShouldAllBe(text => text.MarkedContent == null);
        reader.Texts(0).Where(text => text.Down).ShouldAllBe(text => text.MarkedContent != null);
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 8)]
    [InlineData(3, 1)]
    [InlineData(3, 0)]
    public void Few_users_and_few_rights_make_a_table_too(int users, int rights)
    {
        var receipt = Receipts.Rights(users);
        receipt = receipt with
        {
            Matrix = new Matrix(
                [.. receipt.Matrix!.Columns.Take(rights)], [.. receipt.Matrix.Rows.Select(row => row with { Held = row.Held[..rights] })]),
        };
        var reader = Read(receipt);
        reader.Pages.Count.ShouldBe(1);
        reader.Texts(0).Count(text => text.Text is "●" or "・").ShouldBe(users * rights);
    }

    [Fact]
    public void What_people_prove_themselves_with_stands_below_their_state_within_its_column()
    {
        var receipt = Receipts.Rights(5);
        receipt = receipt with
        {
            Matrix = receipt.Matrix! with
            {
                Credentials = ["証明書状態", "トークン状態"],
                Rows = [.. receipt.Matrix!.Rows.Select(row => row with { Credentials = ["有効期限切れ", "利用停止"] })],
            },
        };
        var texts = Read(receipt).Texts(0);
        var marks = texts.First(text => text.Text == "●").X;
        foreach (var told in new[] { "証明書状態 有効期限切れ", "トークン状態 利用停止" })
        {
            var lines = texts.Where(text => text.Text == told).ToList();
            lines.Count.ShouldBe(5);
            lines.ShouldAllBe(line => line.Right < marks);
        }
    }

    [Fact]
    public void Brackets_turn_and_take_the_room_they_need()
    {
        var document = new PdfDocument(new DocumentInfo("縦", DateTimeOffset.UnixEpoch));
        document.AddPage(PageSize.A4).TextDown(100, 10, "依(頼)ー", new TextStyle(Fonts.FontStack.Figures, 10));
        var content = new PdfReader(document.ToArray()).Content(0);
        var places = Regex.Matches(content, @"BT (\S+ \S+ \S+ \S+) (\S+) (\S+) Tm");
        places.Select(place => place.Groups[1].Value == "0 -1 1 0").ShouldBe([false, true, false, true, true]);
        var tops = places.Select(place => PdfReader.Number(place.Groups[3].Value)).ToList();
        (tops[1] - tops[3]).ShouldBe(5 + 10, 0.01, "a half-width bracket and a letter");
        (tops[3] - tops[4]).ShouldBe(5, 0.01);
    }

    private static PdfReader Read(Receipt receipt) => new(ReceiptPdf.Render(receipt, Receipts.Bank));

    private static List<string> Kids(PdfReader reader, string element) => [.. PdfReader.References(element, "K").Select(reader.Object)];

    /// <summary>The texts of each row, in the order they are read.</summary>
    private static List<List<string>> Rows(Receipt receipt)
    {
        var reader = Read(receipt);
        List<List<string>> rows = [];
        for (var i = 0; i < reader.Pages.Count; i++)
        {
            foreach (var text in reader.Texts(i).SkipLast(2))
            {
                if (text.Text.StartsWith("sakura0", StringComparison.Ordinal))
                {
                    rows.Add([]);
                }

                if (rows.Count > 0 && text.MarkedContent is not null)
                {
                    rows[^1].Add(text.Text);
                }
            }
        }

        return rows;
    }
}
