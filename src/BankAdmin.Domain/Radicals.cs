using System.Text;

namespace BankAdmin.Domain;

/// <summary>
/// Kangxi radicals (U+2E80–2FD5) look like ideographs and are none: text copied out of a PDF has them. They become the ideograph they
/// look like (rule: spec rulings.md „Names, stored and searched“).
/// </summary>
internal static class Radicals
{
    // Those of the supplement that Unicode gives no equivalent for, each with the ideograph that is written in its place.
    private const string Supplement =
        "⺁厂⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王"
        + "⺫目⺬示⺭礻⺯糸⺰纟⺱罓⺲罒⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门"
        + "⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀";

    private static readonly Dictionary<char, char> Table =
        Supplement.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The ideograph a radical stands for, or the character itself.</summary>
    public static char ToIdeograph(char c) => c switch
    {
        >= '\u2F00' and <= '\u2FD5' or '\u2E9F' or '\u2EF3' => c.ToString().Normalize(NormalizationForm.FormKC)[0],
        >= '\u2E80' and <= '\u2EF3' => Table.GetValueOrDefault(c, c),
        _ => c,
    };
}
