using System.Text;
using FsCheck.Fluent;

namespace BankAdmin.Domain.Tests.Text;

/// <summary>Names are found however they are typed (spec rulings.md „Names, stored and searched“).</summary>
public sealed class SearchKeyTests
{
    [Theory]
    [InlineData("佐藤太郎", "佐藤　太郎")]
    [InlineData("佐藤 太郎", "佐藤　太郎")]
    [InlineData("山田〜", "山田～")]
    [InlineData("山田~", "山田～")]
    [InlineData("高橋", "髙橋")]
    [InlineData("高橋", "髙𣘺")]
    [InlineData("吉野", "𠮷野")]
    [InlineData("渡辺", "渡邉")]
    [InlineData("渡邊", "渡邉")]
    [InlineData("斎藤", "齋藤")]
    [InlineData("斉藤", "齊藤")]
    [InlineData("山崎", "山﨑")]
    [InlineData("浜田", "濵田")]
    [InlineData("神谷", "\uFA19谷")]
    [InlineData("(株)さくら", "㈱さくら")]
    [InlineData("（株）さくら", "㈱さくら")]
    [InlineData("ABC", "ａｂｃ")]
    [InlineData("サ－バー", "サーバ－")]
    [InlineData("ｻｰﾊﾞｰ", "サーバー")]
    [InlineData("A-1", "Ａ−１")]
    [InlineData("A-1", "A―1")]
    [InlineData("大⾼", "大高")]
    [InlineData("辻\U000E0100", "辻")]
    public void Two_ways_to_write_a_name_have_one_key(string typed, string stored) => SearchKey.Of(typed).ShouldBe(SearchKey.Of(stored));

    [Theory]
    [InlineData("きよう", "きょう")]
    [InlineData("さくら", "サクラ")]
    [InlineData("ハ", "バ")]
    [InlineData("A-1", "A1")]
    [InlineData("エ1", "工1")]
    public void What_differs_stays_apart(string one, string other) => SearchKey.Of(one).ShouldNotBe(SearchKey.Of(other));

    [Fact]
    public void A_key_is_its_own_key()
    {
        var texts = Gen.Elements("高", "髙", "邊", "ー", "-", "～", "㈱", "カ", "A", " ", "𠮷", "\uFA19", "⾼", "\U000E0100")
            .ListOf().Select(list => string.Concat(list));
        Always.HoldsFor(texts, text => SearchKey.Of(SearchKey.Of(text)) == SearchKey.Of(text), tries: 2_000);
    }

    [Fact]
    public void No_character_of_a_name_makes_a_key_longer_than_the_column_allows()
    {
        var tooLong = Enumerable.Range(0, 0x110000).Where(Rune.IsValid)
            .Where(value => SearchKey.Of(new Rune(value).ToString()).Length > SearchKey.UnitsPerCharacter);

        // Ligatures of Arabic, which no font of ours prints: no name holds one.
        tooLong.ShouldAllBe(value => value >= 0xFDF0 && value <= 0xFDFF);
    }

    [Fact]
    public void A_variant_folds_to_one_that_is_no_variant()
    {
        var folded = Enumerable.Range(0x3400, 0x30000).Where(Rune.IsValid).Select(value => NameVariants.Fold(new Rune(value)));
        folded.ShouldAllBe(letter => NameVariants.Fold(letter) == letter);
    }
}
