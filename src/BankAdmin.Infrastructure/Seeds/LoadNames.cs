using System.Globalization;

namespace BankAdmin.Infrastructure.Seeds;

/// <summary>
/// Names for many, put together from tables by number: the same number always gives the same name. Whoever bears one of them is not meant.
/// </summary>
internal static class LoadNames
{
    private static readonly string[] Surnames =
    [
        "佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "吉田", "山田", "佐々木", "山口", "松本", "井上", "木村", "林",
        "斎藤", "清水", "山崎", "森", "池田", "橋本", "阿部", "石川", "山下", "中島", "石井", "小川", "前田", "岡田", "長谷川", "藤田", "後藤", "近藤",
        "村上", "遠藤", "青木", "坂本", "福田", "太田", "西村", "藤井", "岡本", "三浦", "中野", "原田", "松田", "竹内",
    ];

    private static readonly string[] GivenNames =
    [
        "太郎", "花子", "健一", "由美子", "誠", "恵子", "翔太", "美咲", "大輔", "陽子", "拓也", "さくら", "浩二", "真由美", "直樹", "久美子", "和也", "愛",
        "隆", "智子", "亮", "裕子", "修", "千尋", "哲也", "明美", "剛", "舞", "学", "奈々", "徹", "順子", "俊介", "葵", "康平", "香織", "秀樹", "結衣",
        "正樹", "みどり", "茂", "典子", "悠斗", "七海", "勇気", "早苗", "光一",
    ];

    private static readonly (string Name, string Kana)[] Places =
    [
        ("青葉", "ｱｵﾊﾞ"), ("若葉", "ﾜｶﾊﾞ"), ("旭", "ｱｻﾋ"), ("朝日丘", "ｱｻﾋｶﾞｵｶ"), ("泉", "ｲｽﾞﾐ"), ("緑川", "ﾐﾄﾞﾘｶﾜ"), ("港北", "ｺｳﾎｸ"), ("松風", "ﾏﾂｶｾﾞ"),
        ("桜台", "ｻｸﾗﾀﾞｲ"), ("北斗", "ﾎｸﾄ"), ("南海", "ﾅﾝｶｲ"), ("東雲", "ｼﾉﾉﾒ"), ("白鳥", "ｼﾗﾄﾘ"), ("富士見", "ﾌｼﾞﾐ"), ("希望", "ｷﾎﾞｳ"), ("光陽", "ｺｳﾖｳ"),
        ("豊栄", "ﾎｳｴｲ"), ("清流", "ｾｲﾘﾕｳ"), ("大和", "ﾔﾏﾄ"), ("千歳", "ﾁﾄｾ"), ("若宮", "ﾜｶﾐﾔ"), ("金山", "ｶﾅﾔﾏ"), ("銀河", "ｷﾞﾝｶﾞ"), ("星野", "ﾎｼﾉ"),
        ("雪野", "ﾕｷﾉ"), ("花園", "ﾊﾅｿﾞﾉ"), ("竹原", "ﾀｹﾊﾗ"), ("瑞穂", "ﾐｽﾞﾎ"), ("太陽", "ﾀｲﾖｳ"), ("未来", "ﾐﾗｲ"), ("みなと", "ﾐﾅﾄ"),
    ];

    private static readonly (string Name, string Kana)[] Trades =
    [
        ("商事", "ｼﾖｳｼﾞ"), ("物産", "ﾌﾞﾂｻﾝ"), ("製作所", "ｾｲｻｸｼﾖ"), ("工業", "ｺｳｷﾞﾖｳ"), ("建設", "ｹﾝｾﾂ"), ("運輸", "ｳﾝﾕ"), ("電機", "ﾃﾞﾝｷ"),
        ("食品", "ｼﾖｸﾋﾝ"), ("印刷", "ｲﾝｻﾂ"), ("化学", "ｶｶﾞｸ"), ("薬品", "ﾔｸﾋﾝ"), ("水産", "ｽｲｻﾝ"), ("農園", "ﾉｳｴﾝ"), ("紙業", "ｼｷﾞﾖｳ"), ("金属", "ｷﾝｿﾞｸ"),
        ("硝子", "ｶﾞﾗｽ"), ("繊維", "ｾﾝｲ"), ("不動産", "ﾌﾄﾞｳｻﾝ"), ("観光", "ｶﾝｺｳ"), ("通信", "ﾂｳｼﾝ"), ("設計", "ｾﾂｹｲ"), ("倉庫", "ｿｳｺ"), ("機械", "ｷｶｲ"),
    ];

    // Before the name or after it, as companies of one name are told apart.
    private static readonly (string Before, string After, string KanaBefore, string KanaAfter)[] Forms =
        [("株式会社", "", "ｶ)", ""), ("", "株式会社", "", "(ｶ"), ("有限会社", "", "ﾕ)", ""), ("合同会社", "", "ﾄﾞ)", "")];

    /// <summary>The name of a company, and its kana.</summary>
    public static (string Name, string Kana) Company(int number)
    {
        var ((place, placeKana), rest) = Pick(Places, number);
        var ((trade, tradeKana), turn) = Pick(Trades, rest);
        var (form, round) = Pick(Forms, turn);
        var more = round == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{round + 1}");
        var wide = string.Concat(more.Select(digit => (char)(digit - '0' + '０')));
        return (form.Before + place + trade + wide + form.After, form.KanaBefore + placeKana + tradeKana + more + form.KanaAfter);
    }

    /// <summary>The name of a person.</summary>
    public static string Person(int number)
    {
        // The tables' lengths have no common divisor, so that both turn at once and every pair comes.
        return $"{Surnames[number % Surnames.Length]}　{GivenNames[number % GivenNames.Length]}";
    }

    private static (T Picked, int Left) Pick<T>(T[] table, int number) => (table[number % table.Length], number / table.Length);
}
